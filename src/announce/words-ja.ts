import { optionWords } from '#src/command/option-words.ts';
import type { Reason } from './outcome.ts';
import type { Words } from './words.ts';

export const wordsJa: Words = {
  usage: [
    '使い方:',
    '  npm run announce                             新しく公開された話を告知する',
    '  npm run announce -- --dry-run                何をするかを見るだけ（どこにも送らず、何も書かない）',
    '  npm run announce -- --channel <行き先>       その行き先だけ（x-link、x、bluesky、mastodon）',
    '  npm run announce -- --episode <作品>/<話>    その話だけ。告知しないことにした話でも',
    '  npm run announce -- --episode … --resend     届いたか分からない話を、もう一度送る（--channel も付ければ、告知済みの話でも）',
    '  npm run announce -- --all                    五つより多くても、すべて告知する',
    '  npm run announce -- --skip                   待っている話を、告知しないことにする',
    '  npm run announce -- --episode … --skip       その話だけ。届いたか分からない行き先には、届いていたとする',
    '',
    '  --wait <秒>      ページがまだ見えないとき、見えるまで待つ時間（初めは 10）',
    '  --timeout <秒>   返事を待つ時間（初めは 30）',
    '',
    '設定は site.yaml の announce に、記録は announcements.yaml にあります。',
  ].join('\n'),
  ...optionWords.ja('announce', example),
  needsSeconds: (option, value) =>
    `「${option}」には秒の数を書いてください（「${value}」となっています）。例: ${option} 60`,
  strayArgument: (argument) =>
    `「${argument}」が何のことか分かりません。一つの話だけを告知するなら「--episode ${argument}」です。\nnpm run announce -- --help で使い方を見られます。`,
  notTogether: (one, other) => `「${one}」と「${other}」は、一緒には使えません。`,
  resendNeedsEpisode:
    '「--resend」は、どの話かを示す「--episode <作品>/<話>」と一緒に使ってください。',
  unknownChannel: (name, nearest, known) =>
    `「${name}」という行き先はありません。` +
    (nearest === undefined
      ? `あるのは ${known.join('、')} です。`
      : `「${nearest}」のことではありませんか。`),
  channelOff: (channel) =>
    `「${channel}」は site.yaml の announce で使うことになっていません。設定のしかたは説明書の「告知」の節にあります。`,
  unknownEpisode: (name, nearest) =>
    `「${name}」という公開中の話はありません（下書きと公開前の話は告知できません）。` +
    (nearest === undefined
      ? '「作品のフォルダ/話のファイル名」の形で書いてください。例: kiri/01'
      : `「${nearest}」のことではありませんか。`),
  badService: (variable, value) =>
    `${variable} の「${value}」は使えません。https:// で始まるホストだけのアドレスにしてください。`,

  episode: (name, heading) => `${name}（${heading}）`,
  waiting: '別の告知が終わるのを待っています。',
  contentFailed: '原稿に誤りがあるので、何も告知しませんでした。',
  channels: { 'x-link': 'X（リンク）', x: 'X', bluesky: 'Bluesky', mastodon: 'Mastodon' },
  reason: reasonJa,
  noChannel:
    '告知する先がありません。site.yaml の announce で決められます（説明書の「告知」の節）。',
  nothing: '新しく告知する話はありません。',
  dryRun:
    '試しに見るだけです。どこにも送らず、何も書きません。ページが見えるかどうかも確かめていません。',
  firstRun: (passed, newest, isDryRun) =>
    passed === 0
      ? `告知の記録を${isDryRun ? '作ります' : '作りました'}。これから公開される話を、次の回から告知します。`
      : [
          `告知の記録を${isDryRun ? '作ります' : '作りました'}。すでに公開されている ${passed} 話は告知しません。次に公開される話からです。`,
          ...(newest === undefined
            ? []
            : [`  今ある話を告知するなら、例: npm run announce -- --episode ${newest}`]),
        ].join('\n'),
  channelBegun: (channel, passed) =>
    `${channel} を使い始めます。${passed === 0 ? '' : `前から公開されている ${passed} 話は、ここでは告知しません。`}`,
  settle: (name, channel) =>
    [
      `  なければ: npm run announce -- --episode ${name} --channel ${channel} --resend`,
      `  あれば:   npm run announce -- --episode ${name} --channel ${channel} --skip`,
    ].join('\n'),
  settleGone: (name, channel) =>
    `  もう公開されていません。見て確かめたら: npm run announce -- --episode ${name} --channel ${channel} --skip`,
  interrupted: (episode, channel) =>
    `${episode}: 前の回が ${channel} に送る途中で止まり、届いたかどうか分かりません。見て確かめてください。`,
  skipped: (episode, channel) => `${episode}: ${channel} では告知しないことにしました。`,
  foundSent: (episode, channel) => `${episode}: ${channel} に届いていたので、告知済みとしました。`,
  alreadySent: (episode, channel, name) =>
    `${episode}: ${channel} では告知済みです。もう一度送るなら --channel ${name} --resend を付けてください。`,
  stillUnknown: (episode, channel) =>
    `${episode}: ${channel} に届いたかどうか分からないままです。見て確かめてください。`,
  open: (channel) =>
    `${channel}: 届いたかどうか分からないままの話があります。見て確かめてください。`,
  flood: (channel, episodes, more) =>
    `${channel}: 一度に ${episodes.length + more} 話もあるので、確かめるまで告知しません。\n${list(episodes, more, '話')}\n  すべて告知するなら --all、告知しないなら --skip を付けて動かしてください。`,
  ceiling: (channel, waiting, monthly) =>
    `${channel}: 今月の上限（${monthly} 件）に達したので、${waiting} 話は来月まで待ちます。上限は site.yaml の announce の x の monthly です。`,
  paused: (channel, waiting, until) =>
    `${channel}: 送りすぎと言われているので、${until} まで待ちます（${waiting} 話）。そのあとの回で告知します。`,
  noSecret: (channel, missing, waiting) =>
    `${channel}: 合い言葉がないので送れません（${waiting} 話が待っています）。\n  環境変数 ${missing.join('、')} に入れてください。GitHub なら、リポジトリの Settings → Secrets and variables → Actions です。`,
  unusableSecret: (channel, names, waiting) =>
    `${channel}: ${names.join('、')} の中身に、合い言葉にはない文字（全角の文字や途中の空白など）があるので送れません（${waiting} 話が待っています）。写し直してください。`,
  wouldSend: (episode, channel) => `${episode}: ${channel} で告知します。`,
  wouldWait: (channel, names, waiting) =>
    `${channel}: この環境に合い言葉（${names.join('、')}）がないので、ここで動かせば ${waiting} 話が待つことになります。`,
  notLive: (episode, address, why) =>
    `${episode}: ページがまだ見えないので、告知しませんでした（${why}）。次の回にまた試します。\n  ${address}`,
  leadsElsewhere: (address) =>
    `${address} へ移されます。サイトのアドレスが変わったのなら、site.yaml の url を直してください`,
  link: (episode) => `${episode}: X に投稿するなら、次のリンクを開いてください。`,
  headings: { links: 'X への投稿', problems: '確かめること' },
  sent: (episode, channel, url) =>
    `${episode}: ${channel} で告知しました。${url === undefined ? '' : `\n  ${url}`}`,
  sentBefore: (episode, channel) =>
    `${episode}: ${channel} には同じ文がもうあるので、告知済みとしました。`,
  lacksPicture: '  カードの絵は付けられませんでした。',
  newSecret: {
    bluesky:
      '  アプリパスワードを作り直し（Bluesky の設定 → プライバシーとセキュリティ）、TSUZUKI_BLUESKY_PASSWORD に入れてください。',
    mastodon:
      '  アクセストークンを作り直し（Mastodon のユーザー設定 → 開発）、TSUZUKI_MASTODON_TOKEN に入れてください。',
    x: '  鍵を作り直し（https://console.x.com/ のアプリ。先に権限を Read and write に）、TSUZUKI_X_API_KEY、TSUZUKI_X_API_SECRET、TSUZUKI_X_ACCESS_TOKEN、TSUZUKI_X_ACCESS_SECRET に入れてください。',
  },
  shorten: '  site.yaml の announce の template を短くしてみてください。',
  refused: (episode, channel, why) =>
    `${episode}: ${channel} に断られました（${why}）。次の回にまた試します。`,
  unsent: (episode, channel, why) =>
    `${episode}: ${channel} に送れませんでした（${why}）。次の回にまた試します。`,
  unknown: (episode, channel, why) =>
    `${episode}: ${channel} に届いたかどうか分かりません（${why}）。二重にならないよう、自動では送り直しません。見て確かめてください。`,
  limited: (episode, channel, until) =>
    `${episode}: ${channel} に送りすぎと言われました。${until} を過ぎた回に、また試します。`,
  unrecorded: (episode, channel) =>
    `${episode}: ${channel} のことを記録できませんでした。次の回は「届いたかどうか分からない」から始まります。`,
  settledMeanwhile: (episode, channel) =>
    `${episode}: その間に記録が変わったので、${channel} には送りませんでした。`,
  left: (channel, waiting) =>
    `${channel}: 残りの ${waiting} 話は、今回は送りません。次の回に試します。`,
};

function reasonJa({ what, status, detail }: Reason): string {
  const said = detail === undefined ? '' : `: ${detail}`;
  switch (what) {
    case 'too-long':
      return '題名をすべて削っても長すぎます';
    case 'unreachable':
      return `つながりません${said}`;
    case 'unanswered':
      return detail === 'timeout' ? '返事がありません' : `返事が途切れました${said}`;
    case 'nonsense':
      return '返事の中身がおかしい';
    case 'status':
      return `${[status, meaningJa(status ?? 0)].filter((part) => part !== undefined).join(' ')}${said}`;
  }
}

function meaningJa(status: number): string {
  if (status === 401) return '合い言葉が違うか、期限切れです';
  if (status === 403) return '許されていません。アプリに書き込みの権限があるか確かめてください';
  if (status === 404) return '見つかりません';
  if (status === 413 || status === 422) return '受け付けられない内容です';
  if (status >= 300 && status < 400) return '別の場所へ移されています';
  return status >= 500 ? '相手の故障です' : '番の返事です';
}

function list(episodes: readonly string[], more: number, unit: string): string {
  const lines = episodes.map((episode) => `    ${episode}`);
  return [...lines, ...(more === 0 ? [] : [`    ほか ${more} ${unit}`])].join('\n');
}

function example(option: string): string {
  return { '--channel': 'bluesky', '--episode': 'kiri/01' }[option] ?? '60';
}
