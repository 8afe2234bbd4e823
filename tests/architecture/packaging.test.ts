// Rules over what starts Accompany elsewhere: units, Dockerfile, compose.yaml, the proxy. No engine is needed to hold them.
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { listFiles, read } from './walk'

const service = z.object({
  image: z.string(),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  privileged: z.never().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  mem_limit: z.string().optional(),
  ports: z.array(z.string()).optional(),
  secrets: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  networks: z.array(z.string()).optional(),
  restart: z.string(),
})
const compose = z
  .object({
    services: z.record(z.string(), service),
    networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  })
  .parse(parse(read('packaging/compose.yaml'), { merge: true }))
const services = Object.entries(compose.services)
const ours = services.filter(([, one]) => one.image.startsWith('accompany:'))

describe('compose.yaml', () => {
  it.each(services)(
    '%s is held to its memory, writes nowhere but where it must, and gains no right',
    (_name, one) => {
      expect(one.mem_limit).toMatch(/^\d+[mg]$/)
      expect(one.read_only).toBe(true)
      expect(one.security_opt).toContain('no-new-privileges:true')
    },
  )

  it.each(ours)('%s runs as no one in particular, without capabilities', (_name, one) => {
    expect(one.user).toBe('10001:10001')
    expect(one.cap_drop).toEqual(['ALL'])
  })

  it('publishes 80 and 443 of the proxy, and nothing else', () => {
    expect(services.filter(([, one]) => one.ports !== undefined).map(([name]) => name)).toEqual(['caddy'])
    expect(compose.services.caddy?.ports).toEqual(['80:80', '443:443'])
  })

  it('keeps the database where no one outside reaches it', () => {
    expect(compose.services.db?.networks).toEqual(['inside'])
    expect(compose.networks.inside?.internal).toBe(true)
  })

  it('gives what the operator may do to no process that runs all the time', () => {
    const holders = ours.filter(([, one]) => one.secrets?.some((name) => /operate|superuser/.test(name)))
    expect(holders.map(([name]) => name).sort()).toEqual(['backup', 'migrate'])
    expect(holders.every(([, one]) => one.restart === 'no')).toBe(true)
  })

  it('holds no secret itself', () => {
    for (const [, one] of services)
      for (const [name, value] of Object.entries(one.environment ?? {}))
        if (/PASSWORD|SECRET|KEY/.test(name)) expect(value).toMatch(/^(\/run\/secrets\/)?[a-z.]+$/)
  })
})

describe('Dockerfile', () => {
  const lines = read('packaging/Dockerfile')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const words = lines.map((line) => line.split(' ')[0])
  it('copies, and builds and fetches nothing', () => {
    expect(words).not.toContain('RUN')
    expect(words).not.toContain('ADD')
    expect(words.filter((word) => word === 'FROM')).toHaveLength(1)
  })
  it('runs as a number that is not root, from the first word without a shell', () => {
    expect(lines).toContain('USER 10001:10001')
    for (const word of ['ENTRYPOINT', 'CMD'])
      expect(lines.find((line) => line.startsWith(`${word} `))).toMatch(/ \[".+"\]$/)
    expect(words).toContain('HEALTHCHECK')
  })
  it('holds no secret', () => {
    expect(lines.filter((line) => /^(ENV|ARG) .*(PASSWORD|SECRET|KEY|TOKEN)/i.test(line))).toEqual([])
  })
})

const units = listFiles('packaging/systemd', (file) => file.endsWith('.service'))
const linesOf = (file: string): string[] => read(file).split('\n')

describe('units of systemd', () => {
  it.each(units)('%s runs as an account of its own that may do nothing else', (file) => {
    for (const line of [
      'User=accompany',
      'NoNewPrivileges=true',
      'ProtectSystem=strict',
      'ProtectHome=true',
      'CapabilityBoundingSet=',
      'UMask=0077',
    ])
      expect(linesOf(file)).toContain(line)
  })

  it.each(units.filter((file) => !file.includes('alert')))(
    '%s is held to its memory, and someone is told when it fails',
    (file) => {
      expect(linesOf(file)).toContain('MemoryMax=1200M')
      expect(linesOf(file)).toContain('OnFailure=accompany-alert@%n.service')
    },
  )

  it('give what the operator may do to the work of the night alone', () => {
    const holders = units.filter((file) => read(file).includes('operate.secret'))
    expect(holders.map((file) => file.split('/').at(-1)).sort()).toEqual([
      'accompany-backup.service',
      'accompany-erasures.service',
      'accompany-verify.service',
    ])
  })

  it.each(listFiles('packaging/systemd', (file) => file.endsWith('.timer')))(
    '%s makes up for a night the machine was off',
    (file) => {
      expect(linesOf(file)).toContain('Persistent=true')
      expect(units).toContain(file.replace('.timer', '.service'))
    },
  )
})

describe('the proxy', () => {
  const site = read('packaging/Caddyfile')
  it('writes no addresses of pages down, and says itself who asks', () => {
    expect(site).not.toMatch(/^\s*log\b/m)
    expect(site).toContain('header_up X-Forwarded-For {remote_host}')
  })
})
