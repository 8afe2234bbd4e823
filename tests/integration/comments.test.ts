import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeComment } from '@/lib/comments/comment.actions'
import { insertComment, listComments, listOpenQuestions } from '@/lib/comments/comment.data'
import { newId } from '@/lib/shared/ids'
import { givenBareFile, givenMember } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const openTo = async (who: 'casey' | 'coral', caseId: string) =>
  (await organisation[who].work(listOpenQuestions)).filter((question) => question.caseId === caseId)

describe('the data of comments', () => {
  it('ask the worker, who finds the question until it is answered', async () => {
    const { id: caseId, code } = await givenBareFile(organisation)
    const question = await organisation.coral.work((work) =>
      insertComment(work, {
        caseId,
        kind: 'question',
        text: 'What would help you here?',
        toStaffId: organisation.casey.id,
        answersId: null,
      }),
    )
    const [raw] = await organisation.ask(
      `SELECT encode(body_cipher, 'escape') AS body FROM comment WHERE id = $1`,
      [question],
    )
    expect(String(raw?.body)).not.toContain('help')
    expect(await openTo('casey', caseId)).toMatchObject([
      { id: question, author: 'coral Invented', text: 'What would help you here?', code },
    ])
    expect(await openTo('coral', caseId)).toEqual([])
    await organisation.casey.work((work) =>
      insertComment(work, {
        caseId,
        kind: 'answer',
        text: 'A second pair of eyes.',
        toStaffId: null,
        answersId: question,
      }),
    )
    expect(await openTo('casey', caseId)).toEqual([])
    expect(await organisation.coral.work((work) => listComments(work, caseId))).toMatchObject([
      { kind: 'question', to: 'casey Invented' },
      { kind: 'answer', author: 'casey Invented', answersId: question },
    ])
  })

  it('are not read by a guest of the file, whatever part of it they were given', async () => {
    const { id: caseId } = await givenBareFile(organisation)
    await givenMember(organisation, caseId, organisation.gus.id, 'guest')
    const thanks = {
      caseId,
      kind: 'thanks',
      text: 'Well done.',
      toStaffId: organisation.casey.id,
      answersId: null,
    } as const
    await organisation.coral.work((work) => insertComment(work, thanks))
    await organisation.ask(
      `UPDATE case_member SET parts = '{tasks,people,deadlines,notes}' WHERE case_id = $1`,
      [caseId],
    )
    expect(await organisation.gus.work((work) => listComments(work, caseId))).toEqual([])
    expect(await organisation.cory.work((work) => listComments(work, caseId))).toEqual([])
  })

  it('answer a question of the same file and are never said under another name, or to anyone who is not at work on it', async () => {
    const [{ id: caseId }, { id: other }] = [
      await givenBareFile(organisation),
      await givenBareFile(organisation),
    ]
    const ask = { kind: 'question', text: 'How is she?', answersId: null, toStaffId: null } as const
    const question = await organisation.casey.work((work) => insertComment(work, { ...ask, caseId: other }))
    const write = (change: Record<string, unknown>) =>
      organisation.casey.work((work) => insertComment(work, { ...ask, caseId, ...change }))
    await expect(write({ kind: 'answer', answersId: question })).rejects.toThrow(/row-level security/)
    await expect(write({ toStaffId: organisation.cory.id })).rejects.toThrow(/row-level security/)
    await expect(
      organisation.casey.work((work) =>
        work.tx.comment.createMany({
          data: [
            {
              id: newId(),
              caseId,
              kind: 'thanks',
              bodyCipher: Buffer.from('x'),
              authorId: organisation.coral.id,
            },
          ],
        }),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('the handler of comments', () => {
  const given = async () => {
    const { id: caseId } = await givenBareFile(organisation)
    return {
      caseId,
      kind: 'question',
      text: 'What would help?',
      toStaffId: organisation.casey.id,
      answersId: '',
    }
  }

  it('asks and answers, each with its trace and no word of it', async () => {
    const question = await given()
    const asked = await act(organisation.coral.token, writeComment, question)
    expect(asked).toMatchObject({ ok: true })
    const answersId = asked.ok ? asked.value.commentId : ''
    const answer = { ...question, kind: 'answer', text: 'An hour together.', toStaffId: '', answersId }
    expect(await act(organisation.casey.token, writeComment, answer)).toMatchObject({ ok: true })
    const events = await organisation.ask(
      `SELECT detail FROM audit_event WHERE case_id = $1 AND event = 'comment.written'`,
      [question.caseId],
    )
    expect(events).toHaveLength(2)
    expect(JSON.stringify(events)).not.toMatch(/help|hour/)
  })

  it('is shut to an admin and a guest, and finds nothing out of reach', async () => {
    const question = await given()
    for (const who of ['ada', 'gus'] as const)
      expect(await act(organisation[who].token, writeComment, question)).toEqual({
        ok: false,
        code: 'forbidden',
      })
    for (const who of ['cory', 'sola', 'stranger'] as const)
      expect(await act(organisation[who].token, writeComment, question)).toEqual({
        ok: false,
        code: 'notFound',
      })
    const elsewhere = await given()
    const asked = await act(organisation.casey.token, writeComment, { ...elsewhere, toStaffId: '' })
    const answersId = asked.ok ? asked.value.commentId : ''
    expect(
      await act(organisation.casey.token, writeComment, {
        ...question,
        kind: 'answer',
        toStaffId: '',
        answersId,
      }),
    ).toEqual({ ok: false, code: 'notFound' })
  })

  it('asks for words, and for a question where it answers', async () => {
    const question = await given()
    expect(await act(organisation.coral.token, writeComment, { ...question, text: ' ' })).toMatchObject({
      fields: { text: 'required' },
    })
    expect(await act(organisation.coral.token, writeComment, { ...question, kind: 'answer' })).toMatchObject({
      fields: { kind: 'unknownChoice' },
    })
  })

  it('speaks only to anyone who works on the file', async () => {
    const question = await given()
    for (const who of ['cory', 'gus', 'stranger'] as const)
      expect(
        await act(organisation.casey.token, writeComment, { ...question, toStaffId: organisation[who].id }),
      ).toMatchObject({
        code: 'notAtWork',
        fields: { toStaffId: 'unknownChoice' },
      })
  })
})
