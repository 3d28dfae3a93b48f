import { z } from 'astro/zod';
import { piece } from './base.ts';

/** An essay: an argument, with its sources. */
export const essay = z.strictObject({ ...piece });
