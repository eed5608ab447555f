/** A group of choices: each a value, its name, and what stands for it where that is not the name. */
interface Choices {
  readonly title: string;
  readonly values: readonly (readonly [value: string, name: string, sample?: string])[];
}

export interface DisplayStrings {
  readonly open: string;
  readonly title: string;
  readonly direction: Choices;
  readonly face: Choices;
  readonly size: Choices;
  readonly leading: Choices;
  readonly theme: Choices;
  readonly reset: string;
  readonly close: string;
}

/** The display settings in Japanese. */
export const displayJa: DisplayStrings = {
  open: '表示',
  title: '表示の設定',
  direction: {
    title: '組み方',
    values: [
      ['', '作品ごと'],
      ['horizontal', '横書き'],
      ['vertical', '縦書き'],
    ],
  },
  face: {
    title: '書体',
    values: [
      ['', '明朝'],
      ['gothic', 'ゴシック'],
    ],
  },
  size: {
    title: '文字',
    values: [
      ['x-small', 'とても小さい', 'あ'],
      ['small', '小さい', 'あ'],
      ['', 'ふつう', 'あ'],
      ['large', '大きい', 'あ'],
      ['x-large', 'とても大きい', 'あ'],
    ],
  },
  leading: {
    title: '行間',
    values: [
      ['narrow', '狭い'],
      ['', 'ふつう'],
      ['wide', '広い'],
    ],
  },
  theme: {
    title: '紙',
    values: [
      ['', '端末に合わせる', '自動'],
      ['light', '白'],
      ['sepia', '生成り'],
      ['dark', '黒'],
    ],
  },
  reset: 'すべて元に戻す',
  close: '閉じる',
};

/** The display settings in English. */
export const displayEn: DisplayStrings = {
  open: 'Display',
  title: 'Display settings',
  direction: {
    title: 'Direction',
    values: [
      ['', 'As the series'],
      ['horizontal', 'Across'],
      ['vertical', 'Down'],
    ],
  },
  face: {
    title: 'Face',
    values: [
      ['', 'Serif'],
      ['gothic', 'Sans serif'],
    ],
  },
  size: {
    title: 'Size',
    values: [
      ['x-small', 'Very small', 'A'],
      ['small', 'Small', 'A'],
      ['', 'Normal', 'A'],
      ['large', 'Large', 'A'],
      ['x-large', 'Very large', 'A'],
    ],
  },
  leading: {
    title: 'Spacing',
    values: [
      ['narrow', 'Narrow'],
      ['', 'Normal'],
      ['wide', 'Wide'],
    ],
  },
  theme: {
    title: 'Paper',
    values: [
      ['', 'As the device', 'Auto'],
      ['light', 'Light'],
      ['sepia', 'Sepia'],
      ['dark', 'Dark'],
    ],
  },
  reset: 'Reset all',
  close: 'Close',
};
