import { spawnSync } from 'node:child_process'

/** Keeps all threads of a process on one core. False where the system has no `taskset`, as on anything but Linux. */
export const keepOnOneCore = (pid: number): boolean =>
  spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', '0', String(pid)]).status === 0
