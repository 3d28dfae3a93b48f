/**
 * Takes away what a demonstration shows, and says in its line how that goes: at once for pictures, with progress and a way out for what takes
 * a while. Loaded when it is asked for.
 */
import { withBase } from '../../lib/urls.ts';
import decoderUrl from '../../models/letterforms-1/decoder.bin?url';
import type { ExportSource } from './exports/job.ts';
import { run } from './exports/run.ts';
import { planOf } from './motion.ts';
import { sayIn } from './status.ts';
import { save } from './save.ts';
import { fileName, takeAway, type Take } from './take-away.ts';
import type { Way } from './ways.ts';

/** What each demonstration is busy with. */
const busy = new WeakMap<HTMLElement, AbortController>();

/**
 * Does what a button asks for.
 * @param button has the focus again when its job is called off
 * @param outer ends everything
 */
export async function carry(demo: HTMLElement, way: Way, take: Take, button: HTMLElement, outer: AbortSignal): Promise<void> {
  busy.get(demo)?.abort();
  const own = new AbortController();
  busy.set(demo, own);
  const signal = AbortSignal.any([own.signal, outer]);
  let said: string | undefined;
  try {
    said = way === 'copy' || way === 'svg' || way === 'png' ? await takeAway(way, take) : await make(demo, way, take, signal, () => own.abort());
  } catch (error) {
    said = `That did not work: ${error instanceof Error ? error.message : 'no reason was given'}.`;
  }
  // Something newer has the line by now, or the demonstration has gone.
  if (outer.aborted || busy.get(demo) !== own) return;
  busy.delete(demo);
  const had = demo.querySelector('.demo-line')?.contains(document.activeElement);
  sayIn(demo, said ?? 'Called off.');
  if (had) button.focus();
}

/** What takes a while; `undefined` if it was called off. */
async function make(demo: HTMLElement, way: 'font' | 'gif' | 'webm', take: Take, signal: AbortSignal, cancel: () => void): Promise<string | undefined> {
  const { word, manifest } = take;
  const source: ExportSource = { manifest, decoderUrl: new URL(decoderUrl, document.baseURI).href };
  if (way === 'font') {
    if (!word.z) throw new Error('there is no code to draw from');
    const progress = follow(demo, `Drawing ${manifest.glyphs.length} letters for a font.`, cancel);
    const card = new URL(withBase(import.meta.env.BASE_URL, '/model/'), document.baseURI).href;
    const facts = { how: take.how, page: take.page, card, made: Math.round(Date.now() / 1000) };
    const made = await run(source, { type: 'font', z: word.z, facts }, signal, progress);
    if (!made) return undefined;
    save(new Blob([made.bytes], { type: 'font/otf' }), made.file);
    return `Saved as “${made.family}”, an OpenType font of the ${manifest.glyphs.length} characters the model knows, and a space. Advances are in it, kerning is not. Its licence is an open question, and the file says so.`;
  }
  if (!take.film) throw new Error('nothing moves here');
  const plan = planOf(take.film, word.text, manifest);
  const name = fileName(word.text);
  if (way === 'gif') {
    const progress = follow(demo, 'Printing the animation.', cancel);
    const gif = await run(source, { type: 'gif', plan }, signal, progress);
    if (!gif) return undefined;
    save(new Blob([gif], { type: 'image/gif' }), `${name}.gif`);
    return `Saved as a GIF, ${(gif.length / 1e6).toFixed(1)} MB: ${take.film.says}, and back.`;
  }
  const { recordWebm, webmKind } = await import('./exports/webm.ts');
  const kind = webmKind();
  if (!kind) return 'This browser records no WebM. The GIF shows the same.';
  const progress = follow(demo, 'Printing the animation, then recording it in the time it takes to play.', cancel);
  const frames = await run(source, { type: 'frames', plan }, signal, (share) => progress(share * 0.3));
  const film = frames && (await recordWebm(frames, kind, signal, (share) => progress(0.3 + share * 0.7)));
  if (!film) return undefined;
  save(film, `${name}.webm`);
  return `Saved as a WebM, ${(film.size / 1e6).toFixed(1)} MB: ${take.film.says}, and back.`;
}

/** Says what is being done, with a way out and a bar; what it returns moves the bar. */
function follow(demo: HTMLElement, text: string, cancel: () => void): (share: number) => void {
  sayIn(demo, text, { label: 'cancel', act: cancel });
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', 'How far it is');
  demo.querySelector('.demo-line')?.append(bar);
  return (share) => (bar.value = share);
}
