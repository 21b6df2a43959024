#!/usr/bin/env node
const { join } = require('node:path');
const { createLoader } = require('../dist/load.js');

const { load, keep } = createLoader(join(__dirname, '../dist'));

load('main.js').main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
  keep();
});
