import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertComment, listComments, listOpenQuestions } from '@/lib/comments/comment.data'
import { newId } from '@/lib/shared/ids'
import { givenBareFile, givenMember } from '../support/given/bare-file'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'

let house: GivenHouse
beforeAll(async () => {
  house = await givenCaseHouse()
})
afterAll(() => house.close())

describe('the data of comments', () => {
  it('ask the worker, who finds the question until it is answered', async () => {
    const { id: caseId, code } = await givenBareFile(house)
    const question = await house.coral.work((work) =>
      insertComment(work, {
        caseId,
        kind: 'question',
        text: 'What would help you here?',
        toStaffId: house.casey.id,
        answersId: null,
      }),
    )
    const [raw] = await house.ask(`SELECT encode(body_cipher, 'escape') AS body FROM comment WHERE id = $1`, [
      question,
    ])
    expect(String(raw?.body)).not.toContain('help')
    expect(await house.casey.work(listOpenQuestions)).toMatchObject([
      { id: question, author: 'coral Invented', text: 'What would help you here?', code },
    ])
    expect(await house.coral.work(listOpenQuestions)).toEqual([])
    await house.casey.work((work) =>
      insertComment(work, {
        caseId,
        kind: 'answer',
        text: 'A second pair of eyes.',
        toStaffId: null,
        answersId: question,
      }),
    )
    expect(await house.casey.work(listOpenQuestions)).toEqual([])
    expect(await house.coral.work((work) => listComments(work, caseId))).toMatchObject([
      { kind: 'question', to: 'casey Invented' },
      { kind: 'answer', author: 'casey Invented', answersId: question },
    ])
  })

  it('are not read by a guest of the file, who reads the file', async () => {
    const { id: caseId } = await givenBareFile(house)
    await givenMember(house, caseId, house.gus.id, 'guest')
    const thanks = {
      caseId,
      kind: 'thanks',
      text: 'Well done.',
      toStaffId: house.casey.id,
      answersId: null,
    } as const
    await house.coral.work((work) => insertComment(work, thanks))
    expect(await house.gus.work((work) => work.tx.caseFile.count({ where: { id: caseId } }))).toBe(1)
    expect(await house.gus.work((work) => listComments(work, caseId))).toEqual([])
    expect(await house.cory.work((work) => listComments(work, caseId))).toEqual([])
  })

  it('answer a question of the same file and are never said under another name, or to whoever is not at work on it', async () => {
    const [{ id: caseId }, { id: other }] = [await givenBareFile(house), await givenBareFile(house)]
    const ask = { kind: 'question', text: 'How is she?', answersId: null, toStaffId: null } as const
    const question = await house.casey.work((work) => insertComment(work, { ...ask, caseId: other }))
    const write = (change: Record<string, unknown>) =>
      house.casey.work((work) => insertComment(work, { ...ask, caseId, ...change }))
    await expect(write({ kind: 'answer', answersId: question })).rejects.toThrow(/row-level security/)
    await expect(write({ toStaffId: house.cory.id })).rejects.toThrow(/row-level security/)
    await expect(
      house.casey.work((work) =>
        work.tx.comment.createMany({
          data: [
            { id: newId(), caseId, kind: 'thanks', bodyCipher: Buffer.from('x'), authorId: house.coral.id },
          ],
        }),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})
