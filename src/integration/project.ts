import { join } from 'node:path';
import { readEnvironment, type Environment } from './environment.ts';

/** The folders of this checkout, and the environment that it runs in. */
export interface Project extends Environment {
  /** Absolute: the folder of package.json. */
  readonly root: string;
  readonly publicDir: string;
  /** Absolute: builds are written here before they take the place of `outDir`. */
  readonly workDir: string;
}

/**
 * @param root - the folder of package.json, where every command of the project runs
 * @throws EnvironmentError when a variable cannot be used
 */
export function readProject(root: string, env: NodeJS.ProcessEnv): Project {
  return {
    root,
    publicDir: join(root, 'public'),
    workDir: join(root, '.tsuzuki'),
    ...readEnvironment(env, root),
  };
}
