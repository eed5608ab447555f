import { defineCollection } from 'astro:content';
import { contentItemSchema } from './integration/content-items.ts';
import { projectLoader } from './integration/loader.ts';

export const collections = {
  content: defineCollection({ loader: projectLoader(), schema: contentItemSchema }),
};
