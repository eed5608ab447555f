import { progress } from './direction.ts';

/**
 * The running head stays away while one reads on, and comes back when one goes back a little: the
 * way to the settings is at hand anywhere in a long text, and never in front of it.
 */
const root = document.documentElement;

/** Going back this far asks for the head, in pixels. */
const enough = 24;

/** How far the reader has read; when they go back, it follows at that distance. */
let reach = 0;

addEventListener('scroll', follow, { passive: true });
follow();

function follow(): void {
  const now = progress();
  if (now < 1) delete root.dataset['head'];
  else if (now > reach) sendHeadAway();
  else if (reach - now > enough) root.dataset['head'] = 'back';
  reach = Math.min(Math.max(reach, now), now + enough);
}

/** Who reads on where they left off does not ask for the head. */
export function sendHeadAway(): void {
  root.dataset['head'] = 'away';
}

/** The page has moved under a reader who has not: the head stays as it is. */
export function stay(): void {
  reach = progress();
}
