import { onTurn, progress } from './direction.ts';

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
onTurn(stay);
follow();

function follow(): void {
  // Settings move the page under a reader who has not moved.
  if (document.querySelector(':popover-open') !== null) {
    stay();
    return;
  }
  const now = progress();
  if (now < 1) delete root.dataset['head'];
  else if (now > reach) root.dataset['head'] = 'away';
  else if (reach - now > enough) root.dataset['head'] = 'back';
  reach = Math.min(Math.max(reach, now), now + enough);
}

function stay(): void {
  reach = progress();
}
