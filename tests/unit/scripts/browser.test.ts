import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chooseBrowser, noBrowserMessage, usualPlaces, type BrowserChoice, type Surroundings } from '../../../scripts/browser.ts';

interface Case {
  says: string;
  files?: string[];
  around?: Partial<Surroundings>;
  expected: Partial<Record<'from' | 'executablePath', string>>;
}

const PLAYWRIGHT = '/home/me/.cache/ms-playwright/chromium/chrome';

function choose({ files = [], around = {} }: Pick<Case, 'files' | 'around'>): BrowserChoice {
  return chooseBrowser({ platform: 'linux', arch: 'x64', env: { PATH: '/usr/local/bin:/usr/bin' }, exists: (file) => files.includes(file), playwright: PLAYWRIGHT, ...around });
}

describe('chooseBrowser', () => {
  const cases: Case[] = [
    {
      says: 'takes the browser that is asked for before any other',
      files: ['/opt/mine/chrome', PLAYWRIGHT],
      around: { env: { CHROMIUM_PATH: '/opt/mine/chrome' } },
      expected: { from: 'environment', executablePath: '/opt/mine/chrome' },
    },
    {
      says: 'takes no other in place of one that is asked for and missing',
      files: [PLAYWRIGHT],
      around: { env: { CHROMIUM_PATH: '/opt/gone' } },
      expected: { from: 'nowhere' },
    },
    { says: 'prefers Playwright’s own to the system’s', files: [PLAYWRIGHT, '/usr/bin/chromium'], expected: { from: 'playwright', executablePath: PLAYWRIGHT } },
    { says: 'finds a browser on the PATH', files: ['/usr/local/bin/chromium'], expected: { from: 'system', executablePath: '/usr/local/bin/chromium' } },
    { says: 'finds one in a usual folder without a PATH', files: ['/usr/bin/chromium'], around: { env: {} }, expected: { from: 'system', executablePath: '/usr/bin/chromium' } },
    {
      says: 'prefers Chrome to Chromium',
      files: ['/usr/bin/chromium', '/usr/bin/google-chrome'],
      expected: { from: 'system', executablePath: '/usr/bin/google-chrome' },
    },
    {
      says: 'finds Chrome among the applications of a Mac',
      files: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      around: { platform: 'darwin', arch: 'arm64' },
      expected: { from: 'system', executablePath: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' },
    },
    {
      says: 'finds Chromium in a Mac user’s own applications',
      files: ['/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
      around: { platform: 'darwin', arch: 'arm64', env: { HOME: '/Users/me' } },
      expected: { from: 'system', executablePath: '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium' },
    },
    {
      says: 'finds Chrome in Program Files',
      files: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
      around: { platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' } },
      expected: { from: 'system', executablePath: 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe' },
    },
    {
      says: 'makes do with Edge on Windows',
      files: ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
      around: { platform: 'win32', env: { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' } },
      expected: { from: 'system', executablePath: 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe' },
    },
    { says: 'unpacks the packaged browser on a bare Linux', expected: { from: 'package' } },
    { says: 'has no packaged browser for other processors', around: { arch: 'arm64' }, expected: { from: 'nowhere' } },
    { says: 'has no packaged browser for other systems', around: { platform: 'darwin' }, expected: { from: 'nowhere' } },
    { says: 'goes on where Playwright knows no browser for the system', files: ['/usr/bin/chromium'], around: { playwright: undefined }, expected: { from: 'system' } },
  ];
  for (const { says, expected, ...given } of cases) {
    test(says, () => assert.partialDeepStrictEqual(choose(given), expected));
  }
});

test('the paths of a Windows are split and joined as Windows does', () => {
  const places = usualPlaces('win32', { Path: 'C:\\a;D:\\b', LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local' });
  assert.ok(places.includes('D:\\b\\chrome.exe'));
  assert.ok(places.includes('C:\\Users\\me\\AppData\\Local\\Chromium\\Application\\chrome.exe'));
});

test('an empty entry of the PATH is not taken for the root folder', () => {
  assert.ok(!usualPlaces('linux', { PATH: ':/usr/bin' }).includes('/chromium'));
});

test('the message says what was looked for and the one command to run', () => {
  const choice = choose({ around: { platform: 'linux', arch: 'arm64' } });
  assert.ok(choice.from === 'nowhere');
  assert.equal(
    noBrowserMessage(choice.looked),
    `No Chrome or Chromium was found. Looked at
  CHROMIUM_PATH: not set
  Playwright’s own: ${PLAYWRIGHT}
  the system’s: google-chrome-stable, google-chrome, chromium, chromium-browser, chrome on the PATH, and the usual folders
  @sparticuz/chromium: for Linux on x64 only, this is linux on arm64
To get one:
  npx playwright install chromium`,
  );
});
