import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Term } from '@/components/layout/term'
import { buttonsOf, type GuideKey } from './guides'
import { Picture, picturesOf } from './pictures'
import type { HelpRoom } from './rooms'

/** The help of one page: each thing step by step, with the buttons by their own words; beside it its words. */
export const HelpRoomPage = ({ room }: { room: HelpRoom }) => {
  const t = useTranslations('help')
  const guide = useTranslations('guide')
  return (
    <>
      <BackLink href="/help">{guide('back')}</BackLink>
      <PageTitle title={t('title', { room: t(`room.${room.key}`) })} />
      <div className="grid max-w-5xl items-start gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="grid gap-6">
          {room.guides.map((one) => (
            <Guide key={one} guide={one} />
          ))}
        </div>
        <section aria-labelledby="words">
          <h2 id="words" className="border-b border-edge pb-1">
            {t('words')}
          </h2>
          <ul className="pt-1">
            {room.terms.map((one) => (
              <li key={one} className="py-1">
                <Term of={one}>{t(`term.${one}.name`)}</Term>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}

const Guide = ({ guide }: { guide: GuideKey }) => {
  const t = useTranslations('help.guide')
  const steps = useTranslations('guide.steps')
  const say = useTranslations()
  const shown = useTranslations('guide.picture')
  const pictures = picturesOf(guide)
  const buttons = Object.fromEntries(buttonsOf(guide).map(([name, words]) => [name, say(words)]))
  return (
    <section id={guide} aria-labelledby={`${guide}-title`} className="scroll-mt-20">
      <h2 id={`${guide}-title`}>{t(guide)}</h2>
      {pictures.length === 0 ? null : (
        <div className="mt-2 mb-3 flex flex-wrap gap-3">
          {pictures.map((one) => (
            <Picture
              key={one}
              of={one}
              words={{ name: shown(`${one}.name`), shows: shown(`${one}.shows`) }}
            />
          ))}
        </div>
      )}
      <ol className="mt-1.5 grid max-w-prose list-decimal gap-1.5 ps-6 marker:text-muted">
        {steps(guide, buttons)
          .split('\n')
          .map((step) => (
            <li key={step} className="ps-1">
              {step}
            </li>
          ))}
      </ol>
    </section>
  )
}
