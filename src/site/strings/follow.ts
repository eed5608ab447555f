/** How readers hear of what is new: the line below a text, and the page that explains feeds. */
export interface FollowStrings {
  /** Around the list of ways, as it stands with an episode of a series that goes on, and elsewhere. */
  readonly more: readonly [before: string, after: string];
  readonly news: readonly [before: string, after: string];
  /** Between two ways, and before the last. */
  readonly between: string;
  readonly beforeLast: string;
  readonly feed: string;
  readonly post: string;
  readonly postNotice: string;
  readonly title: string;
  /** What a feed is and what it is good for, a paragraph each. */
  readonly about: readonly string[];
  readonly stepsHeading: string;
  readonly steps: readonly string[];
  /** Above the story that a reader comes from. */
  readonly chosen: string;
  readonly wholeSite: string;
  readonly bySeries: string;
  readonly copy: string;
  readonly copied: string;
  /** The browser copies nothing; the address is marked instead. */
  readonly notCopied: string;
  readonly otherForms: string;
}

/** In Japanese. */
export const followJa: FollowStrings = {
  more: ['続きは', 'でお知らせします。'],
  news: ['新しい話は', 'でお知らせします。'],
  between: '、',
  beforeLast: 'と',
  feed: 'RSS',
  post: 'この話をXで紹介する',
  postNotice: 'このお知らせをXで紹介する',
  title: '更新を受け取る',
  about: [
    '新しい話が出たかどうか、何度も見に来なくてもわかるしくみがあります。「RSS」や「フィード」と呼ばれています。',
    'フィードリーダーというアプリに、下のアドレスを一度だけ登録してください。新しい話が出ると、アプリのほうから知らせてくれます。メールアドレスもアカウントもいりません。やめるときは、アプリから消すだけです。',
  ],
  stepsHeading: 'はじめかた',
  steps: [
    'フィードリーダーを用意します。Feedly、Inoreader、NetNewsWireなど、無料で使えるものがいろいろあります。',
    '下から読みたい作品を選んで、アドレスをコピーします。',
    'フィードリーダーの「追加」や「購読」の欄に貼り付けます。',
  ],
  chosen: 'この作品',
  wholeSite: '全作品',
  bySeries: '作品ごと',
  copy: 'コピー',
  copied: 'コピーしました',
  notCopied: '選びました。コピーしてください',
  otherForms: 'ほかの形式',
};

/** In English. */
export const followEn: FollowStrings = {
  more: ['Hear of the next part by ', '.'],
  news: ['Hear of new parts by ', '.'],
  between: ', ',
  beforeLast: ' or ',
  feed: 'RSS',
  post: 'Post about this part on X',
  postNotice: 'Post about this notice on X',
  title: 'Follow by RSS',
  about: [
    'You need not come back again and again to see whether there is a new part. A feed, also called RSS, tells you.',
    'Give one of the addresses below to a feed reader, once. Whenever a new part comes out, it appears there. It takes no e-mail address and no account, and to stop you remove it from the reader.',
  ],
  stepsHeading: 'How to begin',
  steps: [
    'Choose a feed reader. Feedly, Inoreader, NetNewsWire and many others are free to use.',
    'Find the story that you want to follow below, and copy its address.',
    'Paste it where your reader says “Add” or “Subscribe”.',
  ],
  chosen: 'This story',
  wholeSite: 'All stories',
  bySeries: 'By story',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Selected: copy it now',
  otherForms: 'Other forms',
};
