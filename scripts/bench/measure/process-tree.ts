import {
  hasProcesses,
  readProcess,
  readProcesses,
  residentBytes,
  type Process,
} from './processes.ts';

/** What a process and everything that it has started have cost. */
export interface TreeCost {
  /** Milliseconds of processor time: user and system, all threads. */
  readonly cpu: number;
  /** The most resident memory at a time, in bytes; what processes share is counted for each. */
  readonly peakBytes: number;
}

/** Watches a child of this process. One at a time, and no other child may end meanwhile. */
export interface TreeWatch {
  /** To be called as soon as the child has ended and was waited for. */
  readonly end: () => TreeCost;
}

/**
 * Begins to watch a child of this process that has just been started.
 *
 * Processor time is what the system says of this process's children that have ended, which holds the
 * times of everything that was waited for, however short it lived. What was left behind by its parent is
 * known from samples only. Memory is sampled.
 *
 * @returns undefined where the system has no /proc
 */
export function watchTree(pid: number, sampleEvery = 50): TreeWatch | undefined {
  if (!hasProcesses()) return undefined;
  const before = cpuOfOwnChildren();
  const members = new Map<string, Process>();
  const orphans = new Map<string, Process>();
  let peakBytes = 0;
  const sample = (): void => {
    const all = readProcesses();
    const living = membersOf(pid, all, members);
    for (const member of living) {
      members.set(keyOf(member), member);
      if (member.pid !== pid && isOrphan(member, living)) orphans.set(keyOf(member), member);
    }
    const bytes = living.reduce((sum, member) => sum + residentBytes(member.pid), 0);
    peakBytes = Math.max(peakBytes, bytes);
  };
  sample();
  const timer = setInterval(sample, sampleEvery);
  return {
    end() {
      clearInterval(timer);
      const waitedFor = cpuOfOwnChildren() - before;
      sample();
      const left = [...orphans.values()].map(({ cpu, cpuOfChildren }) => cpu + cpuOfChildren);
      return { cpu: left.reduce((sum, cpu) => sum + cpu, waitedFor), peakBytes };
    },
  };
}

function cpuOfOwnChildren(): number {
  return readProcess('self')?.cpuOfChildren ?? 0;
}

/** The root, what was a member before, and the children of all these. */
function membersOf(
  root: number,
  all: readonly Process[],
  known: ReadonlyMap<string, Process>,
): readonly Process[] {
  const byParent = Map.groupBy(all, ({ parent }) => parent);
  const found = new Map<number, Process>();
  const queue = all.filter((one) => one.pid === root || known.has(keyOf(one)));
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    if (found.has(one.pid)) continue;
    found.set(one.pid, one);
    queue.push(...(byParent.get(one.pid) ?? []));
  }
  return [...found.values()];
}

function isOrphan({ parent }: Process, living: readonly Process[]): boolean {
  return living.every(({ pid }) => pid !== parent);
}

function keyOf({ pid, startedAt }: Process): string {
  return `${pid} ${startedAt}`;
}
