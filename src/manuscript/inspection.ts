import type { Body, InspectedBody, ManuscriptTools } from './tools.ts';

/** What can be told once the Markdown of all files has been inspected. */
export type Later<T> = () => T;

/** Gathers the Markdown of all files, so that it is inspected in one go. */
export interface Inspection {
  /** @returns what was learned of it, to be asked for once the inspection has run */
  readonly add: (body: Body) => Later<InspectedBody>;
  /** Inspects all that was added. */
  readonly run: () => Promise<void>;
}

export function createInspection(inspectBodies: ManuscriptTools['inspectBodies']): Inspection {
  const bodies: Body[] = [];
  let inspected: readonly InspectedBody[] = [];
  return {
    add(body) {
      const index = bodies.push(body) - 1;
      return () => {
        const facts = inspected[index];
        if (facts === undefined) throw new Error(`The Markdown of ${body.path} was not inspected.`);
        return facts;
      };
    },
    async run() {
      inspected = await inspectBodies(bodies);
    },
  };
}
