import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { openSuperuser } from '../support/superuser'

// Everything that is kept of a person is given to them (docs/adr/0057): each table that names a file or a person is read for the
// extract, or says here why it is not. A table of a later room stands in neither list, and this fails.

const GIVEN = [
  'activity',
  'age_claim',
  'appointment',
  'asylum_application',
  'asylum_event',
  'attachment',
  'attachment_piece',
  'audit_event',
  'case_closing',
  'case_file',
  'case_former_value',
  'case_person',
  'case_summary',
  'comment',
  'consent',
  'consent_end',
  'correction',
  'deadline',
  'detention_episode',
  'detention_event',
  'encounter',
  'encounter_account',
  'encounter_revision',
  'goal',
  'group_person',
  'guardianship_event',
  'legal_mandate',
  'matter_step',
  'nationality',
  'note',
  'note_revision',
  'own_person_value',
  'own_value',
  'person_former_value',
  'person_identifier',
  'person_language',
  'person_name',
  'person_origin',
  'place_stay',
  'reception_stay',
  'referral',
  'referral_step',
  'report_quote',
  'safe_contact',
  'screening',
  'signal',
  'special_need',
  'stay_document',
  'task',
  'trafficking_account',
  'trafficking_event',
  'trafficking_sign',
  'waiting_entry',
]

const NOT_GIVEN: Readonly<Record<string, string>> = {
  access_extract: 'that she asked: she knows',
  case_assignment: 'which colleague had the file: told by role, under consultations',
  case_leftover: 'codes of what stayed open at a closing',
  case_member: 'colleagues: told by role, under consultations',
  circle_word: 'why colleagues were let in or out: about colleagues',
  device_taken: 'that a colleague had the file in the list of a day on a phone: ids and times',
  encounter_item: 'codes of topics, beside the words that are given',
  encounter_finer: 'codes of topics, beside the words that are given',
  exploiter: 'whom she may have named: kept apart for the safety of all, and said so on the paper',
  file_erasure: 'a proposal about the file; what is done leaves a certificate',
  glass: 'a colleague’s reason for an emergency opening: the opening is under consultations',
  handover_item: 'from one colleague to the next: what it says of her stands in the file',
  import_row: 'in which line of which table she was brought: what the line said became her file',
  kept_apart: 'relatives who must not be shown the file: their safety, and hers',
  legal_hold: 'why the file may not be erased: about a case in court, told on asking',
  likely_pair: 'that the machine took her and somebody else for one: it tells of the other one',
  name_word: 'her names as they are looked for: the names are given',
  not_same: 'that colleagues took her and somebody else for two: it tells of the other one',
  notice: 'what colleagues were told: a kind and the file',
  referral_share: 'the encrypted copy of a sheet that left: the referral is given',
  related_file: 'that another person’s file belongs to it: theirs',
  review_item: 'a coordinator going through files: what was decided stands in the file',
  share_opening: 'that a link was opened, counted on the referral',
  sheet_given: 'the paper is in her hands',
  twin_check: 'that she is still to be compared: a list of work',
  visit_plan_person: 'whom colleagues meant to see on a day',
  visit_wish: 'that she wants to be seen: stands with the next visit',
}

let owner: Awaited<ReturnType<typeof openSuperuser>>
beforeAll(async () => {
  owner = await openSuperuser()
})
afterAll(() => owner.end())

it('every table that names a file or a person is given to whom it tells of, or says why it is not', async () => {
  const { rows } = await owner.query(
    `SELECT DISTINCT c.relname::text AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped
        AND (a.attname IN ('case_id', 'other_case_id', 'person_id', 'encounter_id') OR c.relname = 'case_file') ORDER BY 1`,
  )
  const names = z.array(z.object({ name: z.string() })).parse(rows)
  const said = [...GIVEN, ...Object.keys(NOT_GIVEN)].sort()
  expect(names.map(({ name }) => name)).toEqual(said)
})
