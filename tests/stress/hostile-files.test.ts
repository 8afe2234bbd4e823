import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import * as z from 'zod'
import { disconnect } from '@/lib/db/client'
import errors from '../../messages/en/errors.json'
import { givenBareFile } from '../support/given/bare-file'
import { givenCaseOrganisation } from '../support/given/organisation'
import { HOSTILE_FILES } from '../support/hostile-files'
import { photo, text } from '../support/papers'
import { serveWithHeap } from '../support/served'
import { belgianCsv } from '../support/tables'

const reply = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.string(), fields: z.object({ files: z.string() }) }),
])

afterAll(disconnect)

it(`a server with 400 MB of heap outlives ${HOSTILE_FILES.length} hostile files, answers meanwhile and keeps nothing of them`, async () => {
  const organisation = await givenCaseOrganisation()
  const file = await givenBareFile(organisation)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-hostile-'))
  const places = HOSTILE_FILES.map(({ make }, i) => {
    const place = path.join(folder, String(i))
    fs.writeFileSync(place, make())
    return place
  })
  const server = await serveWithHeap(400, 4190)
  const send = async (entry: 'table' | 'papers', bytes: Uint8Array): Promise<string | null> => {
    const form = new FormData()
    const input =
      entry === 'table'
        ? { teamId: organisation.north, encoding: '' }
        : { caseId: file.id, kind: 'decision', name: 'Zzname of a paper', pages: 'each' }
    form.set('sent', JSON.stringify({ requestId: randomUUID(), input }))
    form.append('files', new Blob([new Uint8Array(bytes)]), 'Zz')
    const whole = new Response(form)
    const sent = {
      type: whole.headers.get('content-type') ?? '',
      body: new Uint8Array(await whole.arrayBuffer()),
    }
    const [address, token] =
      entry === 'table'
        ? ['/api/imports', organisation.coral.token]
        : ['/api/attachments', organisation.casey.token]
    const { status, text: body } = await server.ask(address, token, sent)
    if (status !== 200) return `status ${status}`
    const answer = reply.parse(JSON.parse(body))
    return answer.ok ? null : answer.fields.files
  }
  try {
    const honest = async () => {
      expect(
        await send(
          'table',
          belgianCsv([['Nom', 'Né le'], ...Array.from({ length: 3000 }, (_, i) => [`Fictar ${i}`, '1998'])]),
        ),
      ).toBeNull()
      expect(await send('papers', text('An honest text. '.repeat(1_000_000)))).toBeNull()
      expect(await send('papers', await photo(4000, 3000))).toBeNull()
    }
    for (let i = 0; i < 3; i++) await honest()
    // Prisma remembers the requests of its last hundred transactions: the server holds more until it has answered as many.
    await server.visit('/cases', organisation.cory.token, 250)
    await server.visit('/sign-in', null, 50)
    const before = await server.settledSize(20)

    const wrong: string[] = []
    const attack = (async () => {
      const queue = [...HOSTILE_FILES.entries()]
      const sender = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const [i, { what, entry, says }] = next
          const said = await send(entry, fs.readFileSync(places[i] ?? ''))
          if (!says.includes(said)) wrong.push(`${what}: ${said}`)
          const [code = ''] = (said ?? '').split(':')
          if (said !== null && !Object.hasOwn(errors, code)) wrong.push(`${what}: no words for ${said}`)
        }
      }
      await Promise.all([sender(), sender()])
    })()
    const took = (
      await Promise.all([
        server.probe('/sign-in', null, attack),
        server.probe('/cases', organisation.cory.token, attack),
      ])
    ).flat()
    await attack
    const after = await server.settledSize(30)
    const slowest = Math.round(Math.max(...took))
    console.log(
      `${HOSTILE_FILES.length} files, ${took.length} pages meanwhile, the slowest after ${slowest} ms; memory ${Math.round(before)} MB before, ${Math.round(after)} MB after`,
    )
    expect(wrong).toEqual([])
    expect(server.isUp()).toBe(true)
    expect(server.children()).toEqual([])
    expect(slowest).toBeLessThan(1000)
    expect(after - before).toBeLessThan(50)
    await honest()
  } finally {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
    await organisation.close()
  }
})
