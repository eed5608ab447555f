import { optionWords } from '#src/command/option-words.ts';
import type { Reason } from './outcome.ts';
import type { Words } from './words.ts';

export const wordsEn: Words = {
  usage: [
    'Usage:',
    '  npm run announce                             announces what became public since the last run',
    '  npm run announce -- --dry-run                only says what it would do; sends and writes nothing',
    '  npm run announce -- --channel <channel>      that channel only: x-link, x, bluesky, mastodon',
    '  npm run announce -- --episode <series>/<ep>  that episode only, even one that was skipped',
    '  npm run announce -- --episode … --resend     again what may have arrived or not; with --channel, even what did',
    '  npm run announce -- --all                    all that is waiting, though it is more than five',
    '  npm run announce -- --skip                   announce none of what is waiting, now or later',
    '  npm run announce -- --episode … --skip       that episode only; where it may have arrived or not, it did',
    '',
    '  --wait <seconds>     how long to wait for a page that is not there yet (10 unless you say)',
    '  --timeout <seconds>  how long to wait for an answer (30 unless you say)',
    '',
    'Settings are in site.yaml under “announce”, the record is announcements.yaml.',
  ].join('\n'),
  ...optionWords.en('announce', example),
  needsSeconds: (option, value) =>
    `“${option}” takes a number of seconds, not “${value}”: ${option} 60`,
  strayArgument: (argument) =>
    `It is not clear what “${argument}” is. To announce one episode, write “--episode ${argument}”.\nSee npm run announce -- --help.`,
  notTogether: (one, other) => `“${one}” and “${other}” cannot be used together.`,
  resendNeedsEpisode: 'Say with “--episode <series>/<episode>” what “--resend” is to send again.',
  unknownChannel: (name, nearest, known) =>
    `There is no channel “${name}”. ` +
    (nearest === undefined ? `There are ${known.join(', ')}.` : `Did you mean “${nearest}”?`),
  channelOff: (channel) =>
    `“${channel}” is not set up under “announce” in site.yaml. The manual says how, in “Announcing”.`,
  unknownEpisode: (name, nearest) =>
    `Nothing public is called “${name}” (drafts and what is still to come cannot be announced). ` +
    (nearest === undefined
      ? 'Write the folder of the series and the name of the file, as in kiri/01'
      : `Did you mean “${nearest}”?`),
  badService: (variable, value) =>
    `${variable} cannot be “${value}”: it takes the address of a host, with https://`,

  episode: (name, heading) => `${name} (${heading})`,
  waiting: 'Waiting for another run to finish.',
  contentFailed: 'Nothing was announced, for there are mistakes in the content.',
  channels: { 'x-link': 'X (link)', x: 'X', bluesky: 'Bluesky', mastodon: 'Mastodon' },
  reason: reasonEn,
  noChannel:
    'There is nowhere to announce anything. Set it up under “announce” in site.yaml (see “Announcing” in the manual).',
  nothing: 'There is nothing new to announce.',
  dryRun:
    'Only looking: nothing is sent and nothing is written, and it was not asked whether the pages are there.',
  firstRun: (passed, newest, isDryRun) =>
    passed === 0
      ? `The record of announcements ${isDryRun ? 'would begin' : 'has begun'}. What is published from now on will be announced.`
      : [
          `The record of announcements ${isDryRun ? 'would begin' : 'has begun'}. ${passed === 1 ? 'The episode that is' : `The ${passed} episodes that are`} public already will not be announced; the next one will.`,
          ...(newest === undefined
            ? []
            : [`  To announce one all the same: npm run announce -- --episode ${newest}`]),
        ].join('\n'),
  channelBegun: (channel, passed) =>
    `${channel} is new.${passed === 0 ? '' : ` What was public before (${passed}) will not be announced there.`}`,
  settle: (name, channel) =>
    [
      `  If it is not there: npm run announce -- --episode ${name} --channel ${channel} --resend`,
      `  If it is there:     npm run announce -- --episode ${name} --channel ${channel} --skip`,
    ].join('\n'),
  settleGone: (name, channel) =>
    `  It is no longer public. Once you have looked: npm run announce -- --episode ${name} --channel ${channel} --skip`,
  interrupted: (episode, channel) =>
    `${episode}: the last run ended while it was sending to ${channel}, and it may have arrived or not. Have a look.`,
  skipped: (episode, channel) => `${episode}: will not be announced on ${channel}.`,
  foundSent: (episode, channel) => `${episode}: is on ${channel}, and counts as announced.`,
  alreadySent: (episode, channel, name) =>
    `${episode}: was announced on ${channel} before. To send it again, add --channel ${name} --resend.`,
  stillUnknown: (episode, channel) =>
    `${episode}: it is still not known whether it arrived on ${channel}. Have a look.`,
  open: (channel) => `${channel}: of some it is still not known whether they arrived. Have a look.`,
  flood: (channel, episodes, more) =>
    `${channel}: ${episodes.length + more} episodes at once are not announced unasked.\n${list(episodes, more)}\n  Run this with --all to announce them, or with --skip never to.`,
  ceiling: (channel, waiting, monthly) =>
    `${channel}: this month’s ceiling of ${monthly} is reached; ${waiting} waiting for the next. It is “monthly” of “x” under “announce” in site.yaml.`,
  paused: (channel, waiting, until) =>
    `${channel}: it has had too much and is left alone until ${until} (${waiting} waiting). A later run will announce them.`,
  noSecret: (channel, missing, waiting) =>
    `${channel}: nothing can be sent without its secrets (${waiting} waiting).\n  Set ${missing.join(', ')} in the environment; on GitHub in Settings → Secrets and variables → Actions.`,
  unusableSecret: (channel, names, waiting) =>
    `${channel}: ${names.join(', ')} holds signs that no such secret has, such as a space; nothing can be sent (${waiting} waiting). Copy it anew.`,
  wouldSend: (episode, channel) => `${episode}: would be announced on ${channel}.`,
  wouldWait: (channel, names, waiting) =>
    `${channel}: the secrets ${names.join(', ')} are not here, so that run here ${waiting} would wait.`,
  notLive: (episode, address, why) =>
    `${episode}: not announced, for its page cannot be seen yet (${why}). The next run tries again.\n  ${address}`,
  leadsElsewhere: (address) =>
    `it leads on to ${address} and if the site has moved, change “url” in site.yaml`,
  link: (episode) => `${episode}: to post it on X, open this link.`,
  headings: { links: 'To post on X', problems: 'To look at' },
  sent: (episode, channel, url) =>
    `${episode}: announced on ${channel}.${url === undefined ? '' : `\n  ${url}`}`,
  sentBefore: (episode, channel) =>
    `${episode}: ${channel} has the same text already, so it counts as announced.`,
  lacksPicture: '  The picture of its card could not be attached.',
  newSecret: {
    bluesky:
      '  Make a new app password (Bluesky: Settings → Privacy and security) and put it into TSUZUKI_BLUESKY_PASSWORD.',
    mastodon:
      '  Make a new access token (Mastodon: Preferences → Development) and put it into TSUZUKI_MASTODON_TOKEN.',
    x: '  Make new keys (your app at https://console.x.com/, first with the permission Read and write) and put them into TSUZUKI_X_API_KEY, TSUZUKI_X_API_SECRET, TSUZUKI_X_ACCESS_TOKEN and TSUZUKI_X_ACCESS_SECRET.',
  },
  shorten: '  Try a shorter “template” under “announce” in site.yaml.',
  refused: (episode, channel, why) =>
    `${episode}: ${channel} did not take it (${why}). The next run tries again.`,
  unsent: (episode, channel, why) =>
    `${episode}: could not be sent to ${channel} (${why}). The next run tries again.`,
  unknown: (episode, channel, why) =>
    `${episode}: it may have arrived on ${channel} or not (${why}). It is not sent again by itself, lest it be there twice. Have a look.`,
  limited: (episode, channel, until) =>
    `${episode}: ${channel} has had too much for now. A run after ${until} tries again.`,
  unrecorded: (episode, channel) =>
    `${episode}: what became of it on ${channel} could not be recorded. The next run will not know whether it arrived.`,
  settledMeanwhile: (episode, channel) =>
    `${episode}: not sent to ${channel}, for the record of it has changed meanwhile.`,
  left: (channel, waiting) => `${channel}: ${waiting} more will wait for the next run.`,
};

function reasonEn({ what, status, detail }: Reason): string {
  const said = detail === undefined ? '' : `: ${detail}`;
  switch (what) {
    case 'too-long':
      return 'it is too long even without its title';
    case 'unreachable':
      return `no connection${said}`;
    case 'unanswered':
      return detail === 'timeout' ? 'no answer' : `the answer broke off${said}`;
    case 'nonsense':
      return 'the answer makes no sense';
    case 'status':
      return `${[status, meaningEn(status ?? 0)].filter((part) => part !== undefined).join(', ')}${said}`;
  }
}

function meaningEn(status: number): string {
  if (status === 401) return 'the secrets are wrong or no longer valid';
  if (status === 403) return 'not allowed; see that the app may write';
  if (status === 404) return 'not found';
  if (status === 413 || status === 422) return 'it cannot be taken as it is';
  if (status >= 300 && status < 400) return 'it has moved elsewhere';
  return status >= 500 ? 'the other side has failed' : 'as it answered';
}

function list(episodes: readonly string[], more: number): string {
  const lines = episodes.map((episode) => `    ${episode}`);
  return [...lines, ...(more === 0 ? [] : [`    and ${more} more`])].join('\n');
}

function example(option: string): string {
  return { '--channel': 'bluesky', '--episode': 'kiri/01' }[option] ?? '60';
}
