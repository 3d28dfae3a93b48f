/** Finds a Chromium that the browser tests and Lighthouse can drive. */
import { accessSync, constants, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A browser, and where it was found. */
export interface FoundBrowser {
  executablePath: string;
  /** What it has to be started with, besides what its driver adds. */
  args: string[];
  from: 'environment' | 'playwright' | 'system' | 'package';
}

/** What the decision is made from. */
export interface Surroundings {
  platform: NodeJS.Platform;
  arch: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Whether there is an executable file of that path. */
  exists: (file: string) => boolean;
  /** Where Playwright would have put its own Chromium. */
  playwright: string | undefined;
}

/** The decision: a file, the Chromium inside a package, or nothing, with everything that was tried. */
export type BrowserChoice =
  | { from: 'environment' | 'playwright' | 'system'; executablePath: string }
  | { from: 'package' }
  | { from: 'nowhere'; looked: string[] };

const PACKAGE = '@sparticuz/chromium';
const COMMANDS = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];

/** Decides which browser to take: the one asked for, Playwright's, the system's, the packaged one. */
export function chooseBrowser(around: Surroundings): BrowserChoice {
  const { platform, arch, env, exists, playwright } = around;
  const asked = env['CHROMIUM_PATH'];
  // Somebody who names a browser wants that one; another in its place would only be confusing.
  if (asked) return exists(asked) ? { from: 'environment', executablePath: asked } : { from: 'nowhere', looked: [`CHROMIUM_PATH: ${asked}`] };
  if (playwright && exists(playwright)) return { from: 'playwright', executablePath: playwright };
  const places = usualPlaces(platform, env);
  const found = places.find(exists);
  if (found) return { from: 'system', executablePath: found };
  if (platform === 'linux' && arch === 'x64') return { from: 'package' };
  return {
    from: 'nowhere',
    looked: [
      'CHROMIUM_PATH: not set',
      `Playwright’s own: ${playwright ?? 'none for this system'}`,
      `the system’s: ${COMMANDS.join(', ')} on the PATH, and the usual folders`,
      `${PACKAGE}: for Linux on x64 only, this is ${platform} on ${arch}`,
    ],
  };
}

/** Every path a Chrome or Chromium is usually found at, the likeliest first. */
export function usualPlaces(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): string[] {
  const { join, delimiter } = platform === 'win32' ? path.win32 : path.posix;
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = (names: readonly string[]): string[] => names.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    // Edge is a Chromium too, and every Windows has it.
    const inside = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return [...onPath(['chrome.exe', 'chromium.exe']), ...inside.flatMap((file) => roots.map((root) => join(root, file)))];
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env['HOME'] ? [join(env['HOME'], 'Applications')] : [])];
    const apps = ['Google Chrome', 'Chromium'].map((name) => `${name}.app/Contents/MacOS/${name}`);
    return [...apps.flatMap((app) => roots.map((root) => join(root, app))), ...onPath(COMMANDS)];
  }
  return [...onPath(COMMANDS), ...COMMANDS.map((name) => join('/usr/bin', name)), '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

/** What to tell somebody whose machine has no browser. */
export function noBrowserMessage(looked: readonly string[]): string {
  return `No Chrome or Chromium was found. Looked at\n${looked.map((line) => `  ${line}`).join('\n')}\nTo get one:\n  npx playwright install chromium`;
}

/** Finds a browser on this machine, unpacking the packaged one where there is no other. Throws where there is none at all. */
export async function findBrowser(): Promise<FoundBrowser> {
  const choice = chooseBrowser({
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    exists: isExecutable,
    playwright: await playwrightsOwn(),
  });
  if (choice.from === 'nowhere') throw new Error(noBrowserMessage(choice.looked));
  if (choice.from !== 'package') return { ...choice, args: [] };
  try {
    return await unpack();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(noBrowserMessage(['CHROMIUM_PATH, Playwright’s own and the system’s: none', `${PACKAGE}: ${reason}`]));
  }
}

async function playwrightsOwn(): Promise<string | undefined> {
  try {
    const { chromium } = await import('playwright');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Flags of the package that would hide faults (no web security), or that only its home, a cloud function, needs. */
const UNWANTED = /^--(?:single-process|no-zygote|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|headless|disable-features)\b/;

async function unpack(): Promise<FoundBrowser> {
  const { default: packaged, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  packaged.setGraphicsMode = false;
  const executablePath = await packaged.executablePath();
  // A bare machine lacks the libraries that every desktop has. The package carries them, but unpacks them only in its own cloud.
  const folders = ['/lib', '/lib64', '/usr/lib', '/usr/lib64', '/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu'];
  if (!folders.some((folder) => isThere(`${folder}/libnss3.so`))) {
    const bin = path.join(path.dirname(new URL(import.meta.resolve(PACKAGE)).pathname), '../bin');
    await inflate(path.join(bin, 'al2023.tar.br'));
    setupLambdaEnvironment(path.join(tmpdir(), 'al2023', 'lib'));
  }
  return { executablePath, args: packaged.args.filter((flag) => !UNWANTED.test(flag)), from: 'package' };
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return isThere(file);
  } catch {
    return false;
  }
}
