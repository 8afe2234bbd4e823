import { expect, it } from 'vitest'
import { makeTurns } from './turns'

const gate = () => {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

it('lets so many in at once, has some wait in order, and tells the others', async () => {
  const turn = makeTurns(2, 2)
  const order: string[] = []
  const gates = [gate(), gate(), gate(), gate()]
  const runs = gates.map(({ opened }, i) =>
    turn(async () => {
      order.push(`in ${i}`)
      await opened
      return i
    }),
  )
  expect(await turn(async () => 'too many')).toBeNull()
  expect(order).toEqual(['in 0', 'in 1'])
  gates[1]?.open()
  expect(await runs[1]).toBe(1)
  await Promise.resolve()
  expect(order).toEqual(['in 0', 'in 1', 'in 2'])
  for (const { open } of gates) open()
  expect(await Promise.all(runs)).toEqual([0, 1, 2, 3])
  expect(await turn(async () => 'again')).toBe('again')
})

it('gives the place back when what ran in it failed', async () => {
  const turn = makeTurns(1, 0)
  await expect(
    turn(async () => {
      throw new Error('Zz')
    }),
  ).rejects.toThrow('Zz')
  expect(await turn(async () => 1)).toBe(1)
})
