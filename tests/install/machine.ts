// Runs inside namespaces (scripts/test-install.mjs): a machine without network, on which Accompany was never installed. It does what
// docs/install.md says, command by command, and stops the time.
import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { findBinaries, serverAccount } from '../../scripts/cluster-binaries.mjs'
import { ORGANISATIONS, runOrganisations } from './organisations'
import { commandsOf, partsLeft } from './page'
import { firstAdmin, firstVisit, openBrowser, readsVisit, signInAgain } from './people'
import { refusals } from './refusals'

const [work = ''] = process.argv.slice(2)
const home = process.cwd()
const scene = path.join(work, 'machine')
const HOST = 'files.accompany.localhost'
const ADDRESS = `https://${HOST}`
const STICK = '/run/stick'
/** The copy of the key file lies elsewhere than the stick. */
const SAFE = '/run/safe'
const SETTINGS = '/etc/accompany/accompany.env'

const run = (
  command: string,
  args: readonly string[],
  options: { readonly quiet?: boolean; readonly codes?: readonly number[] } = {},
): string => {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  const said = `${done.stdout}${done.stderr}`
  if (!(options.codes ?? [0]).includes(done.status ?? -1))
    throw new Error(`${command} ${args.join(' ')} ended with ${done.status}:\n${said}`)
  if (options.quiet !== true) process.stdout.write(said.replace(/^/gm, '    '))
  return said
}

const mountOver = (place: string, copied: boolean): void => {
  const own = path.join(scene, place)
  mkdirSync(place, { recursive: true })
  if (copied) cpSync(place, own, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  else mkdirSync(own, { recursive: true })
  chmodSync(own, 0o755)
  run('mount', ['--bind', own, place])
}

/** What a fresh Debian has: PostgreSQL and Caddy, and an empty rest. */
const makeMachine = (): void => {
  rmSync(scene, { recursive: true, force: true })
  mkdirSync(scene, { recursive: true, mode: 0o755 })
  run('mount', ['--make-rprivate', '/'])
  run('ip', ['link', 'set', 'lo', 'up'])
  // A cable that leads nowhere: without one the browser takes itself for offline and keeps what is saved.
  run('ip', ['link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', 'eth1'])
  run('ip', ['address', 'add', '192.0.2.10/24', 'dev', 'eth0'])
  for (const name of ['eth0', 'eth1']) run('ip', ['link', 'set', name, 'up'])
  for (const place of ['/etc', '/usr/local/bin', '/usr/local/share']) mountOver(place, true)
  for (const place of ['/opt', '/var/lib', '/var/log', '/mnt', '/root']) mountOver(place, false)
  mkdirSync('/var/lib/accompany')
  mkdirSync('/var/lib/postgresql')
  run('chown', ['postgres', '/var/lib/postgresql'])
  run('mount', ['-t', 'tmpfs', 'tmpfs', '/run'])
  for (const place of ['/run/systemd/system', STICK, SAFE, '/run/bin', '/mnt/backup', '/opt/accompany'])
    mkdirSync(place, { recursive: true })
  run('mount', ['-t', 'tmpfs', 'tmpfs', '/mnt/backup'])
  appendFileSync('/etc/hosts', `\n127.0.0.1 ${HOST}\n`)
  cpSync('tests/install/systemctl.mjs', '/run/bin/systemctl.mjs')
  writeFileSync('/run/bin/systemctl', `#!/bin/sh\nexec ${process.execPath} /run/bin/systemctl.mjs "$@"\n`, {
    mode: 0o755,
  })
  writeFileSync('/run/bin/journalctl', '#!/bin/sh\ncat /run/units/$2.log\n', { mode: 0o755 })
  // The network is not there: what a proxy of ssh does, each with a folder of its own.
  writeFileSync('/run/bin/ssh', KEEPER, { mode: 0o755 })
  process.env.PATH = `/run/bin:${process.env.PATH}`
  // Debian's pg_ctlcluster asks the systemctl of /usr/bin, which has no systemd here.
  process.env._SYSTEMCTL_SKIP_REDIRECT = '1'
  process.env.XDG_DATA_HOME = path.join(scene, 'caddy')
  process.env.XDG_CONFIG_HOME = path.join(scene, 'caddy')
}

const debian = '/usr/lib/postgresql'
const startPostgres = async (): Promise<string> => {
  const account = serverAccount()
  const newest = existsSync(debian)
    ? readdirSync(debian)
        .filter((name) => existsSync(path.join(debian, name, 'bin/initdb')))
        .sort((one, other) => Number(other) - Number(one))[0]
    : undefined
  const bin =
    newest === undefined ? path.join(await findBinaries(account), 'bin') : path.join(debian, newest, 'bin')
  // Outside the folder of the checkout, where the account of PostgreSQL may not look.
  const folder = '/run/postgresql'
  const data = '/mnt/postgresql'
  for (const place of [folder, data]) {
    mkdirSync(place, { recursive: true, mode: 0o755 })
    chownSync(place, account.uid ?? 0, account.gid ?? 0)
  }
  const asPostgres = (tool: string, ...args: string[]) => {
    const done = spawnSync(path.join(bin, tool), args, {
      ...account,
      cwd: '/',
      env: { NODE_ENV: 'production', LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin' },
      encoding: 'utf8',
      stdio: tool === 'pg_ctl' ? 'ignore' : 'pipe',
    })
    if (done.status !== 0) throw new Error(`${tool}: ${done.stderr}`)
  }
  asPostgres(
    'initdb',
    '-D',
    data,
    '-U',
    'postgres',
    '--auth-local=peer',
    '--auth-host=scram-sha-256',
    '--encoding=UTF8',
    '--no-sync',
  )
  asPostgres(
    'pg_ctl',
    '-D',
    data,
    '-w',
    '-l',
    '/run/postgresql/log',
    '-o',
    `-k ${folder} -c fsync=off`,
    'start',
  )
  return newest === undefined ? 'PostgreSQL of npm' : `Debian's PostgreSQL ${newest}`
}

type Lap = { readonly name: string; readonly seconds: number; readonly limit: number | null }
const laps: Lap[] = []
const lap = async <T>(name: string, limit: number | null, work: () => Promise<T> | T): Promise<T> => {
  console.log(`\n━━ ${name}`)
  const since = Date.now()
  const done = await work()
  laps.push({ name, limit, seconds: (Date.now() - since) / 1000 })
  return done
}
const told = (name: string, limit: number, seconds: number): void => void laps.push({ name, limit, seconds })

/** While this program goes on asking for pages. */
const runBeside = (command: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], { stdio: 'inherit' })
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)),
    )
  })
const type = (commands: readonly string[], codes: readonly number[] = [0]): string =>
  commands.map((command) => run('sh', ['-c', command], { codes })).join('')

const publicKey: unknown = JSON.parse(readFileSync(path.join(work, 'public-key.json'), 'utf8'))
const hasMinisign = spawnSync('minisign', ['-v']).status === 0

/** What the machine has from the beginning, or what needs a network. */
const isThere = (command: string): boolean =>
  command.startsWith('apt ') || (command.startsWith('minisign ') && !hasMinisign)

const install = (key: string): string => {
  process.chdir(path.join(work, '1.0.0'))
  writeFileSync(
    '/root/answers',
    `ADDRESS=${ADDRESS}\nORGANISATION="Verzonnen vzw"\nADMIN=anna@verzonnen.example\nBACKUP_TO=/mnt/backup\n${key}\n`,
  )
  const commands = commandsOf(
    'Install',
    ['files.example.org', HOST],
    ['RW…', String(publicKey)],
    ['accompany init', 'accompany init --answers /root/answers'],
  )
  const said = type(commands.filter((command) => !isThere(command)))
  process.chdir(home)
  const link = /https:\/\/\S+#\S+/.exec(said)?.[0]
  if (link === undefined) throw new Error('init printed no link')
  return link
}

const readSettings = (): string => readFileSync(SETTINGS, 'utf8')
/** Writes a setting as someone would with an editor. */
const set = (name: string, value: string): void =>
  writeFileSync(SETTINGS, readSettings().replace(new RegExp(`^${name}=.*$`, 'm'), `${name}="${value}"`))
const pidOf = (unit: string): string => readFileSync(`/run/units/${unit}.pid`, 'utf8')
const expectAnswer = (): void => void run('curl', ['-ksSf', '-o', '/dev/null', `${ADDRESS}/sign-in`])

/** After a change of the settings what runs has the new value, and what does not read it runs on. */
const changeSettings = (): void => {
  const units = ['accompany@a.service', 'accompany-jobs.service']
  const before = units.map(pidOf).join()
  set('KEYS_TO', 'keeper@one.example, keeper@two.example')
  // Whether it can be written to: alarms reach no one here, which doctor says.
  type(commandsOf('Change a setting'))
  if (units.map(pidOf).join() !== before) throw new Error('init restarted what reads nothing of the change')
  set('MAIL_FROM', 'accompany@verzonnen.example')
  if (!type(['accompany init'], [1]).includes('go together'))
    throw new Error('half of the settings of mail was taken')
  set('SMTP_URL', 'smtp://127.0.0.1:2525')
  type(commandsOf('Change a setting'))
  for (const unit of units)
    if (
      !readFileSync(`/proc/${pidOf(unit)}/environ`, 'utf8').includes('MAIL_FROM=accompany@verzonnen.example')
    )
      throw new Error(`${unit} runs with the settings of before`)
  set('MAIL_FROM', '')
  set('SMTP_URL', '')
  // That of the proxy itself.
  set('PORT', '2019')
  if (!type(['accompany init'], [1]).includes('used by another program'))
    throw new Error('a taken port was taken')
  expectAnswer()
  for (const port of ['3011', '3001']) {
    set('PORT', port)
    type(commandsOf('Change a setting'))
    expectAnswer()
  }
}

const unitOfPages = (): string => readFileSync('/etc/systemd/system/accompany@.service', 'utf8')
const expectUnitOf = (version: '1.0.0' | '1.1.0'): void => {
  if (unitOfPages().includes('only for the test') !== (version === '1.1.0'))
    throw new Error(`the unit is not that of ${version}`)
}

/** A version that does not start: the one of before serves on, and no way back leads to what failed. */
const failToUpgrade = (upgrade: string): void => {
  rmSync('/opt/accompany/slots/b')
  writeFileSync('/run/units/accompany@b.service.broken', '')
  type([upgrade], [1])
  rmSync('/run/units/accompany@b.service.broken')
  expectAnswer()
  expectUnitOf('1.0.0')
  if (!type(['accompany rollback'], [1]).includes('nothing to go back to'))
    throw new Error('the way back leads to the version that did not start')
}

/** With another identity nothing is emptied and no key file written over. */
const restoreInVain = (archive: string): void => {
  const keys = readFileSync('/etc/accompany/secrets/keys', 'utf8')
  type(['accompany new-identity /root/other.identity'])
  const said = type(
    [`accompany restore /mnt/backup/${archive} --identity /root/other.identity --keys ${SAFE}/keys`],
    [1],
  )
  if (!said.includes('does not open')) throw new Error('another identity was not named as what is wrong')
  if (readFileSync('/etc/accompany/secrets/keys', 'utf8') !== keys)
    throw new Error('the key file was written over')
  type(['accompany status'])
}

const removeAll = (): void => {
  type(commandsOf('Remove Accompany'))
  const left = ['/etc/accompany', '/opt/accompany', '/var/lib/accompany', '/usr/local/bin/accompany'].filter(
    existsSync,
  )
  if (left.length > 0 || spawnSync('id', ['accompany']).status === 0)
    throw new Error(`Accompany is not gone: ${left.join(', ')}`)
}

/** ssh -o … -o … user@host words: the forced command of the keeper, as its account would get it. */
const KEEPER = `#!/bin/sh
shift 4
place=/mnt/keepers/$1
shift
mkdir -p "$place"
SSH_ORIGINAL_COMMAND="$*" exec /opt/accompany/current/packaging/accompany-keep "$place"
`

/** The tasks of docs/runbook.md on the machine that was installed, as the page says them. */
const runTasks = (): void => {
  mkdirSync('/mnt/keepers', { recursive: true, mode: 0o777 })
  chmodSync('/mnt/keepers', 0o777)
  mkdirSync('/var/lib/accompany/.ssh', { recursive: true })
  run('chown', ['accompany', '/var/lib/accompany/.ssh'])
  type(commandsOf('See whether it runs'), [0, 1])
  const paper = type(commandsOf('Print what must lie in a safe'))
  const rows = paper.split('\n').filter((line) => /^\s*([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/.test(line))
  const name = paper.split('\n')[paper.split('\n').indexOf(rows[0] ?? '') - 1] ?? ''
  writeFileSync('/root/typed', [name, ...rows].join('\n'))
  const back = type(['accompany key read /root/typed'])
  if (back.trim() !== readFileSync('/etc/accompany/secrets/keys', 'utf8').trim())
    throw new Error('the paper does not lead back to the key file')
  changeSettings()
  type(commandsOf('Is everything as it was left?'))
  type(commandsOf('Make a backup, and try the way back'))
  const said = type(
    commandsOf('Keep backups where no one on this server can close them').filter(
      (one) => !one.includes('ssh-keygen'),
    ),
    [0, 1],
  )
  if (!/✓ keys of backups: .*refuse to delete/.test(said)) throw new Error('the keepers do not keep')
  type(commandsOf('The key file may have been seen; once a year'))
  type(commandsOf('A telephone or an account was stolen'))
  type(commandsOf('No admin gets in; no coordinator is left to vouch'))
  type(commandsOf('Someone was erased, and an earlier state comes back'))
  // PgBouncer itself, and pgBackRest, are in npm run stress: instances, point-in-time.
  commandsOf('Back to any minute: pgBackRest', ['2026-12-01 14:05:00+00', ''])
  set('POOLER', '127.0.0.1:6432')
  type(commandsOf('More than one machine'))
  set('POOLER', '')
}

/** A disk that broke, or a new machine: nothing of Accompany is left but the stick and the copies. */
const wipe = (): void => {
  run('systemctl', ['stop', 'accompany@a.service', 'accompany@b.service', 'accompany-jobs.service'])
  run(
    'runuser',
    ['-u', 'postgres', '--', 'psql', '-qc', 'DROP DATABASE accompany WITH (FORCE)', '-c', 'SELECT 1'],
    { quiet: true },
  )
  cpSync('/etc/accompany/secrets/keys', `${SAFE}/keys`)
  // As they are on a new machine, to which root copied them.
  run('chown', ['-R', 'root:root', '/mnt/backup'])
  for (const place of ['/etc/accompany', '/etc/systemd/system', '/usr/local/bin/accompany'])
    rmSync(place, { recursive: true, force: true })
  for (const place of ['/opt/accompany', '/var/lib/accompany'])
    for (const name of readdirSync(place)) rmSync(path.join(place, name), { recursive: true })
}

const newestBackup = (): string =>
  readdirSync('/mnt/backup')
    .filter((name) => name.endsWith('.backup'))
    .sort()
    .at(-1) ?? ''

const main = async (): Promise<void> => {
  makeMachine()
  console.log(await startPostgres())
  const link = await lap('install', 600, () => install(`IDENTITY=${STICK}/accompany.identity`))
  const browser = await openBrowser()
  try {
    const admin = await lap('first admin', null, () => firstAdmin(browser, link))
    const visit = await lap('first visit', null, () => firstVisit(browser, admin))
    await lap('backup, verification, drill', null, () => type(commandsOf('Backups')))
    await lap('the night', null, () => {
      for (const name of ['backup', 'verify']) run('systemctl', ['start', `accompany-${name}.service`])
    })
    const recipient = /^BACKUP_RECIPIENT=.*$/m.exec(readSettings())?.[0] ?? ''
    wipe()
    await lap('restore on an empty machine', 300, () => {
      install(recipient)
      const newest = newestBackup()
      restoreInVain(newest)
      type(commandsOf('Restore on another machine', ['accompany-….backup', newest]))
    })
    // Before the rollback: an archive of tables of a later version is restored by that version.
    await lap('tasks of the runbook', null, runTasks)
    await signInAgain(visit)
    await readsVisit(visit)
    const [upgrade = ''] = commandsOf('Upgrade', [
      'accompany-1.1.0',
      path.join(work, '1.1.0', 'accompany-1.1.0'),
    ])
    const beforeUpgrade = newestBackup()
    const probe = refusals(`${ADDRESS}/sign-in`)
    await lap('upgrade', null, () => runBeside(upgrade))
    told('without an answer while upgrading', 10, await probe.longest())
    await readsVisit(visit)
    expectUnitOf('1.1.0')
    const [rollback = ''] = commandsOf('Go back to the version before')
    const again = refusals(`${ADDRESS}/sign-in`)
    await lap('rollback', null, () => runBeside(rollback))
    told('without an answer while going back', 10, await again.longest())
    await readsVisit(visit)
    expectUnitOf('1.0.0')
    type(commandsOf('Is all well?'), [0, 1])
    // On the tables of the later version.
    type(commandsOf('Change a setting'))
    type(commandsOf('Every admin is locked out'))
    type(commandsOf('What is rarer'))
    await lap('an upgrade that fails', null, () => failToUpgrade(upgrade))
    type([upgrade])
    await lap('back to the backup made before', null, () =>
      type(
        commandsOf(
          'Back to the backup made before',
          ['1.9.0', '1.0.0'],
          ['accompany-….backup', beforeUpgrade],
        ),
      ),
    )
    await signInAgain(visit)
    await readsVisit(visit)
    await lap(`${ORGANISATIONS} organisations`, null, () => runOrganisations(work))
    removeAll()
    if (partsLeft().length > 0) throw new Error(`commands that no one ran: ${partsLeft().join(', ')}`)
  } catch (error) {
    for (const [at, page] of browser
      .contexts()
      .flatMap((context) => context.pages())
      .entries())
      await page.screenshot({ path: path.join(work, `failed-${at}.png`), fullPage: true })
    throw error
  } finally {
    await browser.close()
  }
  console.log('')
  for (const { name, seconds, limit } of laps)
    console.log(
      `  ${limit === null || seconds <= limit ? '✓' : '✗'} ${name.padEnd(34)} ${seconds.toFixed(1).padStart(7)} s${limit === null ? '' : `  (at most ${limit} s)`}`,
    )
  if (laps.some(({ seconds, limit }) => limit !== null && seconds > limit)) process.exitCode = 1
}

await main().catch((error: unknown) => {
  console.error(error)
  for (const name of existsSync('/run/units')
    ? readdirSync('/run/units').filter((one) => one.endsWith('.log'))
    : [])
    console.error(`── ${name}\n${readFileSync(path.join('/run/units', name), 'utf8').slice(-3000)}`)
  process.exitCode = 1
})
process.exit()
