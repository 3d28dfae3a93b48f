/** The strip of “Pace”: the frames of its walk, made beforehand. */
import type { APIRoute } from 'astro';
import { theStrip } from '../../../demos/pace/strip.ts';

export const GET: APIRoute = async () => new Response((await theStrip()).file, { headers: { 'content-type': 'image/webp' } });
