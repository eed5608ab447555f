/** A verb whose stem is one kanji. */
export interface Verb {
  readonly kanji: string;
  /** Of the kanji alone. */
  readonly reading: string;
  /** What follows it in the dictionary's form: く of 歩く. */
  readonly kana: string;
  /** 見る, 見て: what follows never changes. */
  readonly isIchidan: boolean;
}

export type VerbForm = 'plain' | 'past' | 'te' | 'was-not' | 'masu' | 'let-us' | 'if';

/** What follows the kanji of a verb in a form of it. */
export function ending({ kana, isIchidan }: Verb, form: VerbForm): string {
  const sign = kana.at(-1) ?? '';
  const kept = kana.slice(0, -1);
  return kept + (isIchidan ? ICHIDAN[form] : (GODAN[sign]?.[form] ?? sign));
}

/** Those that do something to a thing. */
export const transitive: readonly Verb[] = read(`
拾 ひろ う,持 も つ,読 よ む,書 か く,渡 わた す,開 ひら く,押 お す,引 ひ く,探 さが す,運 はこ ぶ
抱 だ く,隠 かく す,壊 こわ す,直 なお す,撫 な でる*,見 み つめる*,数 かぞ える*,閉 と じる*,埋 う める*,覚 おぼ える*
忘 わす れる*,捨 す てる*,見 み る*,待 ま つ,呼 よ ぶ,追 お う,洗 あら う,磨 みが く,結 むす ぶ,売 う る
買 か う,描 えが く,燃 も やす,照 て らす,濡 ぬ らす,握 にぎ る,眺 なが める*,確 たし かめる*,求 もと める*,伝 つた える*
畳 たた む,積 つ む,刻 きざ む,縫 ぬ う,編 あ む,溶 と かす,砕 くだ く,束 たば ねる*,届 とど ける*,失 うしな う
`);

/** Those that somebody or something does alone. */
export const intransitive: readonly Verb[] = read(`
歩 ある く,走 はし る,眠 ねむ る,笑 わら う,泣 な く,黙 だま る,立 た つ,座 すわ る,帰 かえ る,戻 もど る
消 き える*,揺 ゆ れる*,光 ひか る,鳴 な る,落 お ちる*,流 なが れる*,沈 しず む,浮 う く,震 ふる える*,凍 こお る
咲 さ く,枯 か れる*,倒 たお れる*,目覚 めざ める*,老 お いる*,急 いそ ぐ,迷 まよ う,近 ちか づく,遠 とお ざかる,離 はな れる*
曇 くも る,晴 は れる*,響 ひび く,乾 かわ く,熟 う れる*,滲 にじ む,歪 ゆが む,軋 きし む,傾 かたむ く,止 と まる
頷 うなず く,俯 うつむ く,怒 おこ る,怯 おび える*,働 はたら く,暮 く らす,過 す ぎる*,変 か わる,残 のこ る,遅 おく れる*
`);

/** Adjectives without their い, and how their kanji is read. */
export const adjectives: readonly (readonly [kanji: string, reading: string, kana: string])[] = `
白 しろ,黒 くろ,青 あお,赤 あか,淡 あわ,深 ふか,浅 あさ,高 たか,低 ひく,遠 とお
近 ちか,長 なが,短 みじか,重 おも,軽 かる,冷 つめ た,温 あたた か,甘 あま,苦 にが,辛 から
古 ふる,新 あたら し,若 わか,暗 くら,明 あか る,細 ほそ,太 ふと,丸 まる,鋭 するど,鈍 にぶ
寂 さび し,悲 かな し,嬉 うれ し,優 やさ し,厳 きび し,激 はげ し,懐 なつ かし,珍 めずら し,貧 まず し
`
  .trim()
  .split(/[,\n]/)
  .map((entry) => {
    const [kanji = '', reading = '', kana = ''] = entry.split(' ');
    return [kanji, reading, kana] as const;
  });

type Endings = Readonly<Record<VerbForm, string>>;

const ICHIDAN: Endings = {
  plain: 'る',
  past: 'た',
  te: 'て',
  'was-not': 'なかった',
  masu: 'ます',
  'let-us': 'よう',
  if: 'れば',
};

const GODAN: Readonly<Record<string, Endings>> = {
  う: godan('わいうえお', 'って'),
  く: godan('かきくけこ', 'いて'),
  ぐ: godan('がぎぐげご', 'いで'),
  す: godan('さしすせそ', 'して'),
  つ: godan('たちつてと', 'って'),
  ぶ: godan('ばびぶべぼ', 'んで'),
  む: godan('まみむめも', 'んで'),
  る: godan('らりるれろ', 'って'),
};

function godan(row: string, te: string): Endings {
  const [a = '', i = '', u = '', e = '', o = ''] = row;
  return {
    plain: u,
    past: te.replace('て', 'た').replace('で', 'だ'),
    te,
    'was-not': `${a}なかった`,
    masu: `${i}ます`,
    'let-us': `${o}う`,
    if: `${e}ば`,
  };
}

function read(table: string): readonly Verb[] {
  return table
    .trim()
    .split(/[,\n]/)
    .map((entry) => {
      const [kanji = '', reading = '', kana = ''] = entry.split(' ');
      return { kanji, reading, kana: kana.replace('*', ''), isIchidan: kana.endsWith('*') };
    });
}
