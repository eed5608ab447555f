import { optionWords } from '#src/command/option-words.ts';
import type { Words } from './words.ts';

const next = [
  '  npm run dev を動かすと、書きながら画面で確かめられます。',
  '  下書きなので、まだ公開されません。公開するときは、ファイルの中の',
  '  「draft: true」の行を消し、date を公開する日時にしてください。',
].join('\n');

export const wordsJa: Words = {
  usage: [
    '使い方:',
    '  npm run new -- <作品>             次の話を作る',
    '  npm run new -- <作品> --extra     番外編を作る（--after で、どの話のあとか）',
    '  npm run new -- <作品> --notice    お知らせを作る',
    '  npm run new -- --series <id>      新しい作品をはじめる',
    '',
    '話の項目:   --title 題名  --date 日時  --arc 章の id  --slug ファイルとアドレスの名前',
    '作品の項目: --title 題名  --language ja  --direction vertical  --labels wa',
  ].join('\n'),
  ...optionWords.ja('new'),
  unfitOption: (option) =>
    `「${option}」は、ここでは使えません。題名などに空白があれば " で囲んでください。\nnpm run new -- --help で使い方を見られます。`,

  whichSeries: 'どの作品の続きですか',
  newSeries: '新しい作品をはじめる',
  answerByNumber: '番号か、作品の id で答えてください。',
  seriesNeeded: 'どの作品の続きかを書いてください。例:',
  unknownSeries: (name, nearest) =>
    `「${name}」という作品はありません。` +
    (nearest === undefined ? '' : `「${nearest}」のことではありませんか。`),
  seriesList: '作品の一覧:',
  noSeries:
    '作品がまだありません。npm run new -- --series <id> --title "題名" ではじめてください。',
  brokenSeries: '先に、この作品の次の誤りを直してください。',

  askTitle: '新しい作品の題名',
  askId: '作品の id（フォルダの名前で、アドレスにもなります）',
  askAfter: 'どの話のあとに置きますか（order）',
  titleNeeded: '新しい作品の題名を --title "題名" で書いてください。',
  idNeeded: '新しい作品の id（フォルダの名前）を --series <id> で書いてください。',
  answerNeeded: '何か入力してください。やめるときは Ctrl-C です。',
  noEpisodes: '番外編は、ほかの話のあとに置かれます。先に普通の話を作ってください。',
  noNumberLeft: 'いちばん後ろの order が大きすぎて、次の番号を決められません。',

  nameTaken: (name, other) =>
    `「${name}」という名前は、すでに使われています（${other}）。別の名前にしてください。`,
  cannotWrite: (path, reason) =>
    `${path} に書き込めません（${reason}）。書き込む権限と、空き容量を確かめてください。`,
  episodeWritten: (path, place) =>
    `${path} を作りました${place === '' ? '' : `（${place}）`}。\n${next}`,
  seriesWritten: (title, folder, files) =>
    `${folder} に「${title}」を作りました。\n${files.map((file) => `  ${file}`).join('\n')}\n${next}`,
  brokenSiblings: (files) =>
    `注意: この作品には、誤りのために読み込めないファイルがあります（${files.join('、')}）。\n  npm run check で確かめ、今作った order が重なっていないかも見てください。`,
  cancelled: 'やめました。何も書いていません。',
};
