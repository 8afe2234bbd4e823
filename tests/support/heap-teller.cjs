// Preloaded into a server under test: on SIGUSR2 it collects garbage and writes how many bytes of heap are used into HEAP_FILE.
const { writeFileSync, renameSync } = require('node:fs')

const file = process.env.HEAP_FILE
const { gc } = globalThis
if (file !== undefined && gc !== undefined)
  process.on('SIGUSR2', () => {
    for (let i = 0; i < 3; i++) gc()
    writeFileSync(`${file}.new`, String(process.memoryUsage().heapUsed))
    renameSync(`${file}.new`, file)
  })
