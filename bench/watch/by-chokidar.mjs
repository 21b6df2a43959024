/** node by-chokidar.mjs FOLDER: a line for each event that chokidar tells of it, and nothing else. The first says that it is ready. */
import { watch } from 'chokidar';

const [folder = '.'] = process.argv.slice(2);
const say = (/** @type {object} */ entry) => process.stdout.write(`${JSON.stringify(entry)}\n`);

watch(folder, { ignoreInitial: true })
  .on('all', (event, file) => say({ event, file }))
  .on('ready', () => say({ event: 'ready' }));
process.on('SIGTERM', () => process.exit(0));
