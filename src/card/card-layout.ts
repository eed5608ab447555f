import { remember, rememberTexts } from '#src/manuscript/remember.ts';
import { joined, moved, setBlock, stacked, type Block, type PlacedRule } from './block.ts';
import { cardSize, frame, gaps, ribbon, styles, type Style } from './card-design.ts';
import type { CardText } from './card-text.ts';
import { drawableText } from './drawable-text.ts';
import type { Face } from './face.ts';

/** Everything that is drawn on a card. */
export type CardLayout = Pick<Block, 'lines' | 'rules'>;

/**
 * Sets cards as a book's title pages: on one axis, between two rules, the title in the middle. What
 * many cards say, such as their series, is set once.
 */
export function createCardLayout(face: Face): (text: CardText) => CardLayout {
  const drawable = remember((line: string) => drawableText(line, face));
  const setter = (style: Style) =>
    rememberTexts((line, language) => setBlock(line, style, { face, language }));
  const setSeries = setter(styles.series);
  const setLabel = setter(styles.label);
  const setNote = setter(styles.note);
  const setSite = setter(styles.site);

  return (text) => {
    const { language, siteLanguage } = text;
    const words = drawnWords(text, drawable);
    const series = moved(setSeries(words.series, language), inside + frame.gap);
    const site = setSite(words.site, siteLanguage);
    const label = withRibbon(setLabel(words.label, language));
    const note = setNote(words.note, language);

    const top = inside + spaceOf(series, frame.gap);
    const bottom = cardSize.height - inside - spaceOf(site, frame.gap);
    const others = spaceOf(label, gaps.between) + spaceOf(note, gaps.between);
    const room = bottom - top - 2 * gaps.around - others;
    const title = setBlock(words.title, styles.title, { face, language, room });
    const middle = stacked([label, title, note], gaps.between);
    return joined([
      { lines: [], rules: frameRules, height: cardSize.height },
      series,
      moved(middle, Math.round((top + bottom - middle.height) / 2)),
      moved(site, bottom),
    ]);
  };
}

/** What can be drawn. The series steps in for a title of which nothing can, the site for both. */
function drawnWords(text: CardText, drawable: (line: string) => string) {
  const shown = (line = '') => drawable(line);
  const words = {
    series: shown(text.series),
    label: shown(text.label),
    title: shown(text.title),
    note: shown(text.note),
    site: shown(text.site),
  };
  const [title = ''] = [words.title, words.series, words.site].filter((line) => line !== '');
  const series = words.title === '' ? '' : words.series;
  const isSaid = title === words.site || series === words.site;
  return { ...words, title, series, site: isSaid ? '' : words.site };
}

function withRibbon(label: Block): Block {
  const [line] = label.lines;
  if (line === undefined) return label;
  const { length: width, thickness: height, gap } = ribbon;
  const rule = {
    top: Math.round((label.height - height) / 2),
    width,
    height,
    ink: line.ink,
  };
  const left = line.left - gap - width;
  return {
    ...label,
    rules: [
      { ...rule, left },
      { ...rule, left: cardSize.width - left - width },
    ],
  };
}

const frameHeight = frame.thick + frame.between + frame.thin;
const inside = frame.edge + frameHeight;

const frameRules: readonly PlacedRule[] = [
  { top: frame.edge, height: frame.thick },
  { top: inside - frame.thin, height: frame.thin },
  { top: cardSize.height - inside, height: frame.thin },
  { top: cardSize.height - frame.edge - frame.thick, height: frame.thick },
].map((rule) => ({
  ...rule,
  left: frame.side,
  width: cardSize.width - 2 * frame.side,
  ink: 'ink',
}));

function spaceOf({ height }: Block, gap: number): number {
  return height === 0 ? 0 : height + gap;
}
