import type { Row } from './given/rows'
import { EDGES, type File, type Invention, momentOn, whenOf } from './random-draw'
import { plus } from './recounts/calendar'

const END_REASONS = [
  'released_io',
  'released_council_chamber',
  'released_no_decision_in_time',
  'released_max_term',
  'removed',
  'removed',
  'dublin_transferred',
  'voluntary_departure',
  'admitted_territory',
  'protection_granted',
  'transferred_prison',
  'identified_minor',
  'thb_victim',
  'escaped',
  'unknown',
]
const GROUNDS = ['art_7', 'art_8bis', 'art_27', 'art_51_5', 'art_74_6']
const COURTS = ['council_chamber', 'indictment_chamber', 'court_of_cassation']
const OUTCOMES = ['released', 'rejected', 'inadmissible', 'without_object', 'no_decision_in_time']
const REMOVALS = ['refoulement', 'repatriation', 'dublin_transfer', 'voluntary_from_detention']
const ATTEMPTS = ['executed', 'refused_by_person', 'cancelled_authority', 'unknown']
const ISOLATIONS = ['disciplinary', 'medical', 'own_request', 'unknown']
const CHANNELS = ['centre_director', 'complaints_commission', 'myria', 'cpt']
const EVENT_KINDS = [
  'ordered',
  'petition_filed',
  'petition_decided',
  'removal_planned',
  'removal_ended',
  'isolation_began',
  'hunger_strike_began',
  'incident',
  'complaint_filed',
  'complaint_answered',
  'suspended',
] as const

const event = (
  { draw, add }: Invention,
  file: File,
  episodeId: string,
  kind: string,
  day: string,
  more: Row = {},
): string => {
  const id = draw.id()
  const is = (...kinds: string[]): boolean => kinds.includes(kind)
  add('detentionEvent', {
    id,
    caseId: file.id,
    episodeId,
    kind,
    replaces: null,
    withdrawnBecause: null,
    sameAs: null,
    ...whenOf(draw, day, is('ended')),
    orderKind: is('ordered') ? draw.pick(['initial', 'extension', 'new_after_refusal']) : null,
    ground: is('ordered') ? draw.pick(GROUNDS) : null,
    phase: null,
    court: is('petition_filed', 'petition_decided') ? draw.pick(COURTS) : null,
    petitionOutcome: is('petition_decided') ? draw.pick(OUTCOMES) : null,
    removalKind:
      is('removal_planned') || (is('removal_ended') && draw.chance(0.6)) ? draw.pick(REMOVALS) : null,
    removalOutcome: is('removal_ended') ? draw.pick(ATTEMPTS) : null,
    isolationGround: is('isolation_began') ? draw.pick(ISOLATIONS) : null,
    channel:
      is('complaint_filed') || (is('complaint_answered') && draw.chance(0.5)) ? draw.pick(CHANNELS) : null,
    endReason: is('ended') ? draw.pick(END_REASONS) : null,
    authorId: file.workerId,
    createdAt: momentOn(draw, draw.chance(0.5) ? draw.pick(EDGES) : '2026-02-11'),
    ...more,
  })
  return id
}
/** What was written down may be corrected, and that again; or taken back. */
const write = (invention: Invention, file: File, episodeId: string, kind: string, day: string): void => {
  const { draw } = invention
  let current = event(invention, file, episodeId, kind, day)
  for (let corrections = draw.pick([0, 0, 0, 1, 2]); corrections > 0; corrections--)
    current = event(invention, file, episodeId, kind, draw.chance(0.5) ? day : plus(day, draw.int(-20, 20)), {
      replaces: current,
    })
  if (!draw.chance(0.12)) return
  const isSame = draw.chance(0.4)
  const sameAs = isSame ? event(invention, file, episodeId, kind, day) : null
  const gone = { onWhen: null, onFrom: null, onTo: null, onText: null, onBasis: null }
  const silent = {
    orderKind: null,
    ground: null,
    court: null,
    petitionOutcome: null,
    removalKind: null,
    removalOutcome: null,
  }
  event(invention, file, episodeId, kind, day, {
    ...gone,
    ...silent,
    isolationGround: null,
    channel: null,
    endReason: null,
    replaces: current,
    withdrawnBecause: isSame ? 'same_as' : draw.pick(['mistake', 'other_person']),
    sameAs,
  })
}

const stay = (
  { draw, add }: Invention,
  file: File,
  personId: string,
  episodeId: string | null,
  placeId: string,
  since: string | null,
  until: string | null,
) =>
  add('placeStay', {
    id: draw.id(),
    caseId: file.id,
    personId,
    episodeId,
    placeId,
    since,
    until,
    createdAt: momentOn(draw, draw.chance(0.5) ? draw.pick(EDGES) : '2026-02-12'),
  })
const episode = ({ draw, add }: Invention, file: File): string => {
  const id = draw.id()
  add('detentionEpisode', {
    id,
    caseId: file.id,
    createdBy: file.workerId,
    arrestContext: draw.pick(['not_known', 'police_check', 'border', 'home']),
  })
  return id
}

/** One to three stays in a row for all the people of a file whom it held, then perhaps again: the next day, two days later, much later. */
export const hold = (invention: Invention, file: File, group: readonly string[]): void => {
  const { draw, places } = invention
  let day = draw.day()
  for (let times = draw.pick([1, 1, 1, 2, 3]); times > 0; times--) {
    const episodeId = draw.maybe(0.8, () => episode(invention, file))
    const begin = day
    for (let stays = draw.pick([1, 1, 2, 3]); stays > 0; stays--) {
      const length = draw.pick([0, 1, 5, 20, 60, 150])
      const isLast = stays === 1
      const until = plus(day, length)
      const placeId = draw.pick(places)
      for (const personId of group)
        stay(
          invention,
          file,
          personId,
          episodeId,
          placeId,
          draw.chance(0.08) ? null : day,
          isLast && draw.chance(0.4) ? null : until,
        )
      day = plus(until, draw.pick([0, 0, 1, 1, 3]))
    }
    if (episodeId !== null) {
      write(invention, file, episodeId, 'ordered', begin)
      for (let more = draw.int(0, 4); more > 0; more--)
        write(invention, file, episodeId, draw.pick(EVENT_KINDS), plus(begin, draw.int(-3, 90)))
      if (draw.chance(0.6))
        write(invention, file, episodeId, 'ended', plus(day, draw.pick([-1, -1, 0, 0, 2])))
    }
    day = plus(day, draw.pick([0, 1, 1, 2, 30]))
  }
}
