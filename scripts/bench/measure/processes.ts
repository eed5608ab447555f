import { readdirSync, readFileSync } from 'node:fs';

/** A process, as the system tells of it. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  /** With the pid it names a process for good: pids are given out again. */
  readonly startedAt: string;
  /** Of all its threads, in milliseconds, to ten of them. */
  readonly cpu: number;
  /** Of the children that it has waited for, and of those that they have waited for. */
  readonly cpuOfChildren: number;
}

/** Whether this system tells of its processes in /proc, as Linux does. */
export function hasProcesses(): boolean {
  return readProcess('self') !== undefined;
}

/** One process; undefined where there is none, or none any more. */
export function readProcess(pid: number | 'self'): Process | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name stands in brackets and may hold anything, brackets as well.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = (first: number) => Number(fields[first]) + Number(fields[first + 1]);
  return {
    pid: Number.parseInt(stat, 10),
    parent: Number(fields[PARENT]),
    startedAt: fields[STARTED_AT] ?? '',
    cpu: ticks(OWN_TIMES) * MILLISECONDS_A_TICK,
    cpuOfChildren: ticks(TIMES_OF_CHILDREN) * MILLISECONDS_A_TICK,
  };
}

export function readProcesses(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
}

/** The memory of a process that is in RAM, in bytes; none where it has ended. */
export function residentBytes(pid: number): number {
  const status = readText(`/proc/${pid}/status`) ?? '';
  return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}

/** Places in /proc/<pid>/stat behind the name (proc_pid_stat(5)). */
const PARENT = 1;
const OWN_TIMES = 11;
const TIMES_OF_CHILDREN = 13;
const STARTED_AT = 19;
/** The unit of /proc on every architecture that Node runs on, whatever the kernel counts in. */
const MILLISECONDS_A_TICK = 10;

/** Undefined where it cannot be read: a process may end at any time. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
