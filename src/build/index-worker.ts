import { answerJobs } from '#src/integration/answer-jobs.ts';
import { groupIndex } from '#src/search/group-index.ts';
import type { IndexJob } from './index-groups.ts';

// A thread of an index pool: indexes a group of search.
answerJobs((job) => {
  const { episodes, shape } = job as IndexJob;
  return groupIndex(episodes, shape);
});
