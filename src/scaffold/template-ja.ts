import type { Template } from './template.ts';

const howTo = '行の頭の「# 」を消すと、その項目が使われます。';

export const templateJa: Template = {
  episode: {
    howTo,
    order: '何番目の話か',
    after: 'どの話（order）のあとに置くか',
    date: '公開する日時。先の日時にすると、その時まで出ません',
    draft: '下書きの印。公開するときは、この行を消します',
    title: 'title: この話の題名',
    optional: [
      'summary: 一、二行の紹介。ページが共有されたときや検索エンジンで使われます',
      'foreword: |',
      '  本文の前に出る前書き。何行でも書けます。',
      'afterword: |',
      '  本文のあとに出る後書き。何行でも書けます。',
    ],
    body: {
      episode: '<!-- ここから本文を書きます。 -->',
      extra: '<!-- ここから番外編の本文を書きます。 -->',
      notice: '<!-- ここからお知らせを書きます。 -->',
    },
  },
  series: {
    howTo,
    optional: [
      'category: 連作 # 題名の前に【連作】と出ます',
      'status: ongoing # ongoing（連載中）、complete（完結）、hiatus（休載）',
      'description: |',
      '  あらすじ。何行でも書けます。',
      'labels: wa # zenpen（前編①、続編②）、wa（第1話）、sono（その1）、maru（①）、part（Part 1）',
      'direction: vertical # 組み方。horizontal（横書き）、vertical（縦書き）',
      'language: ja # 本文の言語。書かなければ site.yaml の言語',
      'arcs: # 部や章。各話に arc: bu-1 のように書きます',
      '  - id: bu-1',
      '    title: 第一部',
      'cast: # 登場人物',
      '  - name: 名前',
      '    reading: なまえ',
      '    note: どんな人か',
      'afterword: | # 後書きのない話に出ます',
      '  続きは次の話で。',
      'warnings: 暴力の描写があります # 読む前に伝えておくこと',
      'image: cover.jpg # 表紙。画像をこのフォルダに置きます',
    ],
  },
};
