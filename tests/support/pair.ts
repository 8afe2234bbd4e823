// A primary and its synchronous standby, with Debian's PostgreSQL, and what a cluster manager does for them: it sees that one is gone, lets the
// other one go on, moves the one address, and makes a new standby.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { serverAccount } from '../../scripts/cluster-binaries.mjs'
import { findFreePort } from '../../scripts/port.mjs'

const DEBIAN = '/usr/lib/postgresql'
/** Milliseconds between two looks of the manager; two in a row without an answer and a server is gone. */
const LOOK = 300

const findTools = (): string => {
  const newest = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .filter((name) => existsSync(path.join(DEBIAN, name, 'bin/pg_basebackup')))
        .sort((one, other) => Number(other) - Number(one))[0]
    : undefined
  if (newest === undefined)
    throw new Error('this needs PostgreSQL as Debian brings it: apt install postgresql')
  return path.join(DEBIAN, newest, 'bin')
}

/** One address that leads to where it is told. Connections end when it moves, as with a floating address. */
const openAddress = async () => {
  let target = 0
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    const on = net.connect(target, '127.0.0.1')
    for (const one of [socket, on]) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.once('close', () => {
        sockets.delete(one)
        socket.destroy()
        on.destroy()
      })
    }
    socket.pipe(on).pipe(socket)
  })
  const port = await findFreePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  return {
    port,
    moveTo: (next: number): void => {
      target = next
      for (const socket of sockets) socket.destroy()
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** As a machine that loses its power: the server and each of its processes at once, so that none acknowledges anything any more. */
const cutPower = ({ child }: Server): void => {
  const pid = String(child.pid)
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', pid], { encoding: 'utf8' })
  for (const each of [pid, ...stdout.split('\n')].map((text) => Number(text.trim())))
    if (each > 1)
      try {
        process.kill(each, 'SIGKILL')
      } catch {
        // It ended by itself.
      }
}

type Server = { readonly port: number; readonly data: string; child: ChildProcess }

/** @param folder empty, and reached by the account of PostgreSQL */
export const openPair = async (folder: string) => {
  const bin = findTools()
  const account = serverAccount()
  const own = (place: string): void => {
    mkdirSync(place, { recursive: true, mode: 0o700 })
    chownSync(place, account.uid ?? 0, account.gid ?? 0)
  }
  const env = { NODE_ENV: 'production' as const, LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin' }
  const run = (tool: string, ...args: string[]): void => {
    const done = spawnSync(path.join(bin, tool), args, { ...account, cwd: '/', env, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`${tool}: ${done.stderr}`)
  }
  chmodSync(folder, 0o711)
  const sockets = path.join(folder, 'sockets')
  own(sockets)
  const launch = (data: string, port: number): Server => {
    const args = ['-D', data, '-p', String(port), '-k', sockets, '-c', 'listen_addresses=127.0.0.1']
    const child = spawn(path.join(bin, 'postgres'), args, { ...account, cwd: '/', env, stdio: 'ignore' })
    return { data, port, child }
  }
  const superuser = (port: number, database = 'postgres'): string =>
    `postgresql:///${database}?host=${sockets}&port=${port}&user=postgres`
  const ask = async (server: Server, sql: string): Promise<pg.QueryResult> => {
    const client = new pg.Client({
      connectionString: superuser(server.port),
      connectionTimeoutMillis: 3_000,
      query_timeout: 5_000,
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await client.query(sql)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  const until = async (server: Server, sql: string): Promise<void> => {
    for (;;) {
      const found = await ask(server, sql).catch(() => null)
      if (found?.rows[0]?.yes === true) return
      await pause(100)
    }
  }
  /** Whether a save waits for the other server. */
  const waitFor = async (server: Server, names: string): Promise<void> => {
    await ask(server, `ALTER SYSTEM SET synchronous_standby_names = '${names}'`)
    await ask(server, 'SELECT pg_reload_conf()')
  }

  let made = 0
  const newFolder = (): string => {
    made += 1
    return path.join(folder, `server-${made}`)
  }
  const first = newFolder()
  own(first)
  run(
    'initdb',
    '-D',
    first,
    '-U',
    'postgres',
    '--auth-local=trust',
    '--auth-host=scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  )
  appendFileSync(path.join(first, 'pg_hba.conf'), 'local replication all trust\n')
  const address = await openAddress()
  let primary = launch(first, await findFreePort())
  let standby: Server | null = null
  await until(primary, 'SELECT true AS yes')
  address.moveTo(primary.port)

  const addStandby = async (): Promise<void> => {
    const data = newFolder()
    own(data)
    const from = `host=${sockets} port=${primary.port} user=postgres application_name=other`
    const copying = spawn(
      path.join(bin, 'pg_basebackup'),
      ['-D', data, '-d', from, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'],
      {
        ...account,
        cwd: '/',
        env,
        stdio: 'ignore',
      },
    )
    const code = await new Promise((resolve) => copying.once('exit', resolve))
    if (code !== 0) throw new Error(`pg_basebackup ended with ${String(code)}`)
    const server = launch(data, await findFreePort())
    await until(primary, "SELECT true AS yes FROM pg_stat_replication WHERE state = 'streaming'")
    await waitFor(primary, 'ANY 1 (*)')
    await until(primary, "SELECT true AS yes FROM pg_stat_replication WHERE sync_state = 'quorum'")
    standby = server
  }

  /** A busy server may answer late; one that is gone refuses at once. */
  const isGone = async (server: Server): Promise<boolean> => {
    if (server.child.exitCode !== null || server.child.signalCode !== null) return true
    const code: unknown = await ask(server, 'SELECT 1').then(
      () => null,
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : null),
    )
    return code === 'ENOENT' || code === 'ECONNREFUSED'
  }
  let isOver = false
  let misses = 0
  const look = async (): Promise<void> => {
    const other = standby
    misses = (await isGone(primary)) ? misses + 1 : 0
    if (misses === 0 && other === null) await addStandby()
    else if (misses === 0 && other !== null && (await isGone(other))) {
      // One copy only: better than none that takes a save.
      await waitFor(primary, '')
      standby = null
      rmSync(other.data, { recursive: true, force: true })
    } else if (misses > 1 && other !== null) {
      const gone = primary
      // Never two that take saves: the one that is gone must stay so.
      cutPower(gone)
      await waitFor(other, '')
      await ask(other, 'SELECT pg_promote() WHERE pg_is_in_recovery()')
      primary = other
      standby = null
      address.moveTo(primary.port)
      rmSync(gone.data, { recursive: true, force: true })
    }
  }
  const manage = async (): Promise<void> => {
    while (!isOver) {
      // What failed is looked at again: that is all a manager can do.
      await look().catch((error: unknown) => console.log(`manager: ${String(error)}`))
      await pause(LOOK)
    }
  }
  const managing = manage()
  return {
    port: address.port,
    superuser: (database?: string) => superuser(primary.port, database),
    /** Both are there, and a save is in both before it is acknowledged. */
    isWhole: (): boolean => standby !== null,
    killPrimary: () => cutPower(primary),
    killStandby: () => {
      if (standby !== null) cutPower(standby)
    },
    close: async () => {
      isOver = true
      await managing
      for (const server of [primary, standby]) if (server !== null) cutPower(server)
      address.close()
    },
  }
}
