// Lighthouse on the published build: bench/run lighthouse [--runs 5] [--pages /,/monitor]. One JSON line, the median of the runs.
// bench/run has published the server to out/server and installed Lighthouse to out/lighthouse.
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const options = { runs: '5', pages: '/,/monitor,/rooms/1', port: '5987', results: '', label: '' };
for (let i = 2; i < process.argv.length; i += 2) {
  const name = process.argv[i].replace(/^--/, '');
  if (!(name in options)) {
    console.error(`There is no option --${name}. Options: ${Object.keys(options).join(', ')}`);
    process.exit(2);
  }
  options[name] = process.argv[i + 1];
}

const categories = ['performance', 'accessibility', 'best-practices'];
const metrics = { firstContentfulPaint: 'first-contentful-paint', largestContentfulPaint: 'largest-contentful-paint', totalBlockingTime: 'total-blocking-time', cumulativeLayoutShift: 'cumulative-layout-shift' };
const require = createRequire(pathToFileURL(join(import.meta.dirname, 'out/lighthouse/package.json')));
const { default: lighthouse, desktopConfig } = await import(pathToFileURL(require.resolve('lighthouse')));
const { launch } = await import(pathToFileURL(require.resolve('chrome-launcher')));

const median = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const folder = mkdtempSync(join(tmpdir(), 'roommonitor-lighthouse-'));
const address = `http://localhost:${options.port}`;

// The demo campus exists in Development only; everything else is as published, files in their compressed form too.
const server = spawn(join(import.meta.dirname, 'out/server/RoomMonitor.Web'), [
  '--urls', address, '--environment', 'Development', '--contentRoot', folder, '--webroot', join(import.meta.dirname, 'out/server/wwwroot'),
  `--ConnectionStrings:RoomMonitor=Data Source=${join(folder, 'lighthouse.db')}`, '--Demo:Simulate=false', '--ReloadStaticAssetsAtRuntime=false', '--Clock:StartAt=2026-11-24T14:12',
], { stdio: ['ignore', 'ignore', 'inherit'] });

async function ready() {
  for (let i = 0; i < 300; i++) {
    try {
      if ((await fetch(`${address}/health/ready`)).ok) {
        return;
      }
    } catch {
      // Not listening yet.
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('The server did not start.');
}

/** As somebody who comes for the first time, without storage. The trace of a run is lost now and then: it is run again. */
async function measure(path, attempts = 3) {
  const chrome = await launch({ chromePath: process.env.ROOMMONITOR_CHROMIUM ?? '/usr/bin/chromium', chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
  try {
    const { lhr } = await lighthouse(address + path, { port: chrome.port, onlyCategories: categories, logLevel: 'error' }, desktopConfig);
    if (lhr.runtimeError && attempts > 1) {
      console.error(`  once more: ${lhr.runtimeError.message}`);
      return await measure(path, attempts - 1);
    }

    if (lhr.runtimeError) {
      throw new Error(lhr.runtimeError.message);
    }
    for (const audit of Object.values(lhr.audits).filter(audit => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative')) {
      console.error(`  ${audit.score} ${audit.id}: ${audit.displayValue ?? audit.title}`);
    }
    return lhr;
  } finally {
    chrome.kill();
  }
}

const measured = {};
try {
  await ready();
  for (const path of options.pages.split(',')) {
    await (await fetch(address + path)).text();
    const runs = [];
    for (let i = 0; i < Number(options.runs); i++) {
      console.error(`${path}, ${i + 1} of ${options.runs}`);
      runs.push(await measure(path));
    }
    measured[path] = Object.fromEntries([
      ...categories.map(category => [category, Math.round(100 * median(runs.map(run => run.categories[category].score)))]),
      ...Object.entries(metrics).map(([name, audit]) => [name, Number(median(runs.map(run => run.audits[audit].numericValue)).toFixed(3))]),
    ]);
  }
} finally {
  server.kill();
  await new Promise(resolve => server.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}

const line = JSON.stringify({
  benchmark: 'lighthouse', label: options.label, at: new Date().toISOString(), machine: { cores: cpus().length },
  settings: { runs: Number(options.runs), preset: 'desktop' }, measured: { pages: measured },
});
console.log(line);
if (options.results) {
  appendFileSync(options.results, `${line}\n`);
}
