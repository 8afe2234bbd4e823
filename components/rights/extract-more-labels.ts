import { createTranslator } from 'use-intl/core'
import { replacedLabels } from '@/components/cases/replaced-labels'
import { fieldLabels } from '@/components/fields/field-labels'
import { formatTime } from '@/components/ui/time'
import { whenLabels } from '@/components/ui/when-labels'
import { TOPICS } from '@/lib/activities/group.rules'
import { DOMAINS } from '@/lib/asylum/screening.rules'
import { labelIn, toWords } from '@/lib/cases/word.view'
import type { Messages } from '@/lib/i18n/catalogue'
import { languageName } from '@/lib/people/country.rules'
import type { ExtractRead } from '@/lib/rights/extract.data'

/** `drawing`: the lines of a signature on screen (lib/consents/signature.rules.ts). */
type Line = { readonly label: string; readonly text: string; readonly drawing?: string }
export type Section = { readonly title: string; readonly lines: readonly Line[] }

const join = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((one) => one !== null && one !== undefined && one !== '').join(' · ')

/** What no summary shows, as lines: left out where there is nothing, so that no heading tells of another kind of file. */
export const moreSections = (data: ExtractRead, messages: Messages): Section[] => {
  const { language, more } = data
  const translate = { locale: language, messages }
  const t = createTranslator({ ...translate, namespace: 'rights.extract' })
  const tg = createTranslator({ ...translate, namespace: 'guardianship' })
  const tt = createTranslator({ ...translate, namespace: 'trafficking' })
  const td = createTranslator({ ...translate, namespace: 'deadlines' })
  const tc = createTranslator({ ...translate, namespace: 'comments' })
  const ta = createTranslator({ ...translate, namespace: 'activities' })
  const tp = createTranslator({ ...translate, namespace: 'appointments' })
  const tz = createTranslator({ ...translate, namespace: 'asylum' })
  const tw = createTranslator({ ...translate, namespace: 'contacts' })
  const lists = toWords(data.lists, language)
  const { of } = lists
  const single = replacedLabels(
    createTranslator({ ...translate, namespace: 'cases' }),
    createTranslator({ ...translate, namespace: 'people' }),
    lists,
    language,
  )
  const when = whenLabels(createTranslator({ ...translate, namespace: 'when' }), language)
  const { say } = when
  const own = fieldLabels(
    createTranslator({ ...translate, namespace: 'fields.answer' }),
    when,
    language,
    more.own.choices,
  )
  const day = (at: Date | string) => formatTime(language, at, 'day')
  const line = (at: Date | string, ...parts: readonly (string | null | undefined)[]): Line => ({
    label: day(at),
    text: join(parts),
  })
  const sections: Section[] = [
    {
      title: t('more.guardianship'),
      lines: more.guardianship.map(({ recordedAt, kind, on, typed, details }) => {
        const sheet = details.sheet === null ? [] : Object.values(details.sheet)
        return line(
          recordedAt,
          tg(`kind.${kind}`),
          on === null ? typed : say(on),
          details.who,
          details.service,
          details.phone,
          details.language,
          details.reference,
          details.place,
          details.ageTested,
          details.ageMargin,
          ...sheet,
          details.words,
        )
      }),
    },
    {
      title: t('more.trafficking'),
      lines: [
        ...more.account.map(({ recordedAt, answers, isDamaged, words, reading }) =>
          line(
            recordedAt,
            isDamaged ? tt('damaged.title') : '',
            ...(isDamaged ? [] : (['danger', 'safe', 'alone', 'interpreter', 'held'] as const)).map(
              (ask) => `${tt(`ask.${ask}`)} ${tt(`answer.${answers[ask]}`)}`,
            ),
            ...answers.forms.map((form) => of('exploitation_form', form)),
            answers.sector === '' ? '' : tt(`sector.${answers.sector}`),
            isDamaged ? '' : tt(`choice.${answers.choice}`),
            words,
            reading,
          ),
        ),
        ...more.signs.map(({ recordedAt, sign, grade, source }) =>
          line(
            recordedAt,
            of('thb_indicator', sign),
            grade === null ? '' : tt(`grade.${grade}`),
            source === null ? '' : tt(`source.${source}`),
          ),
        ),
        ...more.stages.map(({ on, kind, words }) => line(on, tt(`stage.${kind}`), words)),
      ],
    },
    {
      title: t('more.over'),
      lines: more.over.map(({ createdAt, rule, dueOn, closedAct, kept }) =>
        line(
          createdAt,
          rule.title[language],
          dueOn === null ? '' : day(dueOn),
          closedAct === null ? '' : td(`act.${closedAct}`),
          kept === null ? '' : td(`kept.${kept}`),
        ),
      ),
    },
    {
      title: t('more.plan'),
      lines: [
        ...more.tasks.map(({ createdAt, text }) => line(createdAt, text)),
        ...more.goals.map(({ ended, text }) => line(ended?.at ?? data.at, text)),
      ],
    },
    {
      title: t('more.reached'),
      lines: more.reached.map((row) => {
        const {
          recordedAt,
          channel,
          owner,
          message,
          value,
          whose,
          hours,
          mayKnow,
          sayWeAre,
          codeWord,
          words,
        } = row
        const rule = [tw(`channel.${channel}`), tw(`owner.${owner}`), tw(`message.${message}`)]
        return line(recordedAt, value, ...rule, whose, hours, mayKnow, sayWeAre, codeWord, words)
      }),
    },
    {
      title: tz('screening.title'),
      lines: more.screenings.map((row) =>
        line(
          row.screened,
          row.screener,
          ...DOMAINS.codes.map((domain) => {
            const level = row[domain]
            return level === 'open'
              ? ''
              : tz('screening.says', {
                  domain: tz(`screening.domain.${domain}`),
                  level: level === null ? tz('screening.unread') : tz(`screening.level.${level}`),
                })
          }),
        ),
      ),
    },
    {
      title: t('more.quotes'),
      lines: more.quotes.map(({ recordedAt, said, words }) => line(recordedAt, day(said), words)),
    },
    {
      title: t('more.done'),
      lines: more.done.map(({ on, way, placeId, minutes }) => {
        const place = more.places.find(({ id }) => id === placeId)
        return line(
          on,
          ta(`way.${way}`),
          place === undefined ? '' : labelIn(place, language),
          minutes === null ? '' : ta('minutes', { minutes }),
        )
      }),
    },
    {
      title: t('more.appointments'),
      lines: more.appointments.map((row) => {
        const place = more.places.find(({ id }) => id === row.placeId)
        return line(
          row.on,
          row.startsAt,
          tp(`kind.${row.kind}`),
          tp(`state.${row.state}`),
          place === undefined ? '' : labelIn(place, language),
          row.address,
          row.contact,
          row.interpreterLanguage === null
            ? ''
            : tp('interpreter', { language: languageName(row.interpreterLanguage, language) }),
          row.interpreter,
          row.preparation,
          row.reason,
          row.outcome,
        )
      }),
    },
    {
      title: t('more.groups'),
      lines: more.groups.map(({ on, topic }) => line(on, of(TOPICS, topic))),
    },
    {
      title: t('more.own'),
      lines: more.own.given.flatMap(({ at, fieldId, edition, answer, withdrawn }) => {
        const field = more.own.fields.find(({ id }) => id === fieldId)
        const until = withdrawn === null ? '' : t('more.ownUntil', { day: day(withdrawn.at) })
        return field === undefined
          ? []
          : [line(at, `${own.name(field, edition)}: ${own.answer(field, answer, edition)}`, until)]
      }),
    },
    {
      title: t('more.accounts'),
      lines: more.accounts.filter(({ text }) => text !== '').map(({ on, text }) => line(on, text)),
    },
    { title: t('more.beside'), lines: more.beside.map(({ at, text }) => line(at, text)) },
    {
      title: t('more.earlier'),
      lines: [
        ...more.earlier.map(({ at, text }) => line(at, text)),
        ...more.former.values.map(({ at, field, was }) =>
          line(at, single.field(field), single.value(field, was)),
        ),
        ...more.former.steps.map(({ at, was }) => line(at, single.field('step'), single.step(was))),
      ],
    },
    {
      title: t('more.comments'),
      lines: data.messages
        .filter(({ isGiven }) => isGiven)
        .map(({ at, kind, text }) => line(at, tc(`kind.${kind}`), text)),
    },
    {
      title: t('more.closings'),
      lines: more.closings.map(({ createdAt, words }) => line(createdAt, words)),
    },
    {
      title: t('more.corrections'),
      lines: more.corrections.map(({ askedOn, words, answer }) => line(askedOn, words, answer?.words)),
    },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}
