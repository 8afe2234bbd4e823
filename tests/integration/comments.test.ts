import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeComment } from '@/lib/comments/comment.actions'
import { insertComment, listComments, listOpenQuestions } from '@/lib/comments/comment.data'
import { newId } from '@/lib/shared/ids'
import { givenBareFile, givenMember } from '../support/given/bare-file'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'
import { act } from '../support/handlers'

let house: GivenHouse
beforeAll(async () => {
  house = await givenCaseHouse()
})
afterAll(() => house.close())

const openTo = async (who: 'casey' | 'coral', caseId: string) =>
  (await house[who].work(listOpenQuestions)).filter((question) => question.caseId === caseId)

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
    expect(await openTo('casey', caseId)).toMatchObject([
      { id: question, author: 'coral Invented', text: 'What would help you here?', code },
    ])
    expect(await openTo('coral', caseId)).toEqual([])
    await house.casey.work((work) =>
      insertComment(work, {
        caseId,
        kind: 'answer',
        text: 'A second pair of eyes.',
        toStaffId: null,
        answersId: question,
      }),
    )
    expect(await openTo('casey', caseId)).toEqual([])
    expect(await house.coral.work((work) => listComments(work, caseId))).toMatchObject([
      { kind: 'question', to: 'casey Invented' },
      { kind: 'answer', author: 'casey Invented', answersId: question },
    ])
  })

  it('are not read by a guest of the file, whatever part of it she was given', async () => {
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
    await house.ask(`UPDATE case_member SET parts = '{tasks,people,deadlines,notes}' WHERE case_id = $1`, [
      caseId,
    ])
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

describe('the handler of comments', () => {
  const given = async () => {
    const { id: caseId } = await givenBareFile(house)
    return { caseId, kind: 'question', text: 'What would help?', toStaffId: house.casey.id, answersId: '' }
  }

  it('asks and answers, each with its trace and no word of it', async () => {
    const question = await given()
    const asked = await act(house.coral.token, writeComment, question)
    expect(asked).toMatchObject({ ok: true })
    const answersId = asked.ok ? asked.value.commentId : ''
    const answer = { ...question, kind: 'answer', text: 'An hour together.', toStaffId: '', answersId }
    expect(await act(house.casey.token, writeComment, answer)).toMatchObject({ ok: true })
    const events = await house.ask(
      `SELECT detail FROM audit_event WHERE case_id = $1 AND event = 'comment.written'`,
      [question.caseId],
    )
    expect(events).toHaveLength(2)
    expect(JSON.stringify(events)).not.toMatch(/help|hour/)
  })

  it('is shut to an admin and a guest, and finds nothing out of reach', async () => {
    const question = await given()
    for (const who of ['ada', 'gus'] as const)
      expect(await act(house[who].token, writeComment, question)).toEqual({ ok: false, code: 'forbidden' })
    for (const who of ['cory', 'sola', 'stranger'] as const)
      expect(await act(house[who].token, writeComment, question)).toEqual({ ok: false, code: 'notFound' })
    const elsewhere = await given()
    const asked = await act(house.casey.token, writeComment, { ...elsewhere, toStaffId: '' })
    const answersId = asked.ok ? asked.value.commentId : ''
    expect(
      await act(house.casey.token, writeComment, { ...question, kind: 'answer', toStaffId: '', answersId }),
    ).toEqual({ ok: false, code: 'notFound' })
  })

  it('asks for words, and for a question where it answers', async () => {
    const question = await given()
    expect(await act(house.coral.token, writeComment, { ...question, text: ' ' })).toMatchObject({
      fields: { text: 'required' },
    })
    expect(await act(house.coral.token, writeComment, { ...question, kind: 'answer' })).toMatchObject({
      fields: { kind: 'unknownChoice' },
    })
  })

  it('speaks only to whoever works on the file', async () => {
    const question = await given()
    for (const who of ['cory', 'gus', 'stranger'] as const)
      expect(
        await act(house.casey.token, writeComment, { ...question, toStaffId: house[who].id }),
      ).toMatchObject({
        code: 'notAtWork',
        fields: { toStaffId: 'unknownChoice' },
      })
  })
})
