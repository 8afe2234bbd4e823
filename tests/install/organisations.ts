// Several organisations side by side on the machine of the test: made, backed up, kept from one another, and one upgraded while the others serve.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandsOf } from './page'

/** Two each time; ORGANISATIONS=10 npm run test:install for the sweep. */
export const ORGANISATIONS = Number(process.env.ORGANISATIONS ?? '2')

const run = (command: string, ok: readonly number[] = [0]): string => {
  const done = spawnSync('sh', ['-c', command], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  const said = `${done.stdout}${done.stderr}`
  if (!ok.includes(done.status ?? -1)) throw new Error(`${command} ended with ${done.status}:\n${said}`)
  process.stdout.write(said.replace(/^/gm, '    '))
  return said
}

const isReady = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/api/ready', timeout: 10_000 }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })

/** Megabytes of the processes that pgrep finds; what several share is counted once. */
const memoryOf = (...words: readonly string[]): number =>
  spawnSync('pgrep', words, { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((pid) => pid !== '' && existsSync(`/proc/${pid}/smaps_rollup`))
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0))
    .reduce((sum, kilobytes) => sum + kilobytes / 1024, 0)

export const runOrganisations = async (work: string): Promise<void> => {
  const names = ['noord', 'zuid', ...Array.from({ length: ORGANISATIONS }, (_, at) => `o${at}`)].slice(
    0,
    ORGANISATIONS,
  )
  for (const name of names)
    writeFileSync(
      `/root/${name}`,
      `ADDRESS=https://${name}.accompany.localhost\nORGANISATION="Verzonnen ${name}"\nADMIN=anna@${name}.example\nBACKUP_TO=/mnt/backup-${name}\nIDENTITY=/run/stick/${name}.identity\n`,
    )
  const commands = commandsOf('Several organisations on one server')
  const adds = commands.filter((one) => one.includes('org add'))
  for (const name of names.slice(2)) adds.push(`accompany org add ${name} --answers /root/${name}`)
  // doctor has something to look at: no mail server, no name in the DNS.
  for (const add of adds) run(add, [0, 1])
  for (const command of commands.filter((one) => !one.includes('org add')))
    run(command, command.includes('check') ? [0, 1, 2] : [0])
  const checked = run(`accompany org check ${names.join(' ')}`, [0, 1, 2])
  if (/gets into the database|can be read by/.test(checked))
    throw new Error('one organisation gets at another one')
  // The same, looked for from outside: where does the sentence of one organisation lie?
  for (const name of names) {
    const log = readFileSync(`/run/units/accompany-${name}@a.service.log`, 'utf8')
    for (const other of names.filter((one) => one !== name))
      if (log.includes(`Verzonnen ${other}`) || log.includes(`accompany-${other}`))
        throw new Error(`the log of ${name} holds the name of ${other}`)
  }
  // What finds nothing must be able to find: its own passwords open its own database, and no other.
  for (const [at, name] of names.entries()) {
    const databases = names.map((_, index) => 5433 + index)
    run(`accompany-${name} org probe ${databases[at]}`, [2])
    run(`accompany-${name} org probe ${databases.filter((_, index) => index !== at).join(' ')}`)
  }
  for (const name of names) {
    const [own, database] = [
      memoryOf('-u', `accompany-${name}`),
      memoryOf('-u', 'postgres', '-f', `/${name}`),
    ]
    console.log(
      `    memory of ${name}: ${own.toFixed(0)} MB for pages and jobs, ${database.toFixed(0)} MB for its database server`,
    )
  }

  const ports = names.map((_, at) => 3001 + 2 * (at + 1))
  const failed: number[] = []
  let isOver = false
  const asking = Promise.all(
    ports.slice(1).map(async (port) => {
      while (!isOver) {
        if (!(await isReady(port))) failed.push(port)
        await pause(200)
      }
    }),
  )
  const archive = path.join(work, '1.1.0', `accompany-1.1.0-linux-${process.arch}.tar.xz`)
  const code = await new Promise((resolve) => {
    const child = spawn('accompany', ['org', 'upgrade', archive, names[0] ?? ''], { stdio: 'inherit' })
    child.once('exit', resolve)
  })
  isOver = true
  await asking
  if (code !== 0) throw new Error(`the upgrade of one ended with ${String(code)}`)
  if (failed.length > 0)
    throw new Error(`while one was upgraded, others did not answer: ${failed.join(', ')}`)
  run('accompany org list')
}
