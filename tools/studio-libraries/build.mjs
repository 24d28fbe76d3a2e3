// Bundles each library into one file of the studio, with the licences of everything that is in it.
import { build } from 'esbuild';
import { readFile, readdir, writeFile } from 'node:fs/promises';

const OUT = '../../studio/src/main/resources/dev/gradus/studio/web/libraries/';

// The studio's policy allows no style element, so the editor's styles are adopted sheets in a document too.
const adopted = {
  name: 'adopted',
  setup: it => it.onLoad({ filter: /style-mod\.js$/ }, async ({ path }) => {
    const text = await readFile(path, 'utf8');
    const contents = text.replace('if (!root.head && root.adoptedStyleSheets', 'if (root.adoptedStyleSheets');
    if (contents === text) {
      throw new Error('style-mod has changed: look at how it mounts styles');
    }
    return { contents };
  }),
};

for (const name of ['codemirror']) {
  const { metafile } = await build({
    entryPoints: [`${name}.mjs`], outfile: `${OUT}${name}.js`, bundle: true, format: 'esm', minify: true, target: 'es2022', legalComments: 'none', metafile: true, plugins: [adopted],
  });
  const packages = [...new Set(Object.keys(metafile.inputs).map(file => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter(Boolean))].sort();
  const texts = [];
  for (const part of packages) {
    const { version, license } = JSON.parse(await readFile(`node_modules/${part}/package.json`, 'utf8'));
    const file = (await readdir(`node_modules/${part}`)).find(entry => /^licen[cs]e/i.test(entry));
    texts.push(`${part} ${version} (${license})\n\n${(await readFile(`node_modules/${part}/${file}`, 'utf8')).trim()}\n`);
  }
  await writeFile(`${OUT}${name}.txt`, texts.join(`\n${'-'.repeat(60)}\n\n`));
}
