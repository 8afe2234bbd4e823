import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { NewRow } from '@/components/forms/new-row'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Fold } from '@/components/ui/fold'
import { RowFold } from '@/components/ui/row-fold'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { closeProject } from '@/lib/projects/project.actions'
import type { Project } from '@/lib/projects/project.rules'
import { emptyProject, toProjectForm } from '@/lib/projects/project.view'
import type { Day } from '@/lib/shared/dates'
import { ProjectForm } from './project-form'

/** The projects and funds of the organisation, for its admins: what may be chosen, and what is closed. */
export const ProjectsPage = ({ projects, today }: { projects: readonly Project[]; today: Day }) => {
  const t = useTranslations('projects')
  const locale = useLocale()
  const day = (on: Day) => formatTime(locale, on, 'day')
  const line = (project: Project) => {
    const { id, name, funder, from, until, isClosed, version } = project
    const period =
      until === null ? t('since', { from: day(from) }) : t('period', { from: day(from), until: day(until) })
    return (
      <li key={id}>
        <RowFold
          press={t('change')}
          of={name}
          line={
            <>
              <b dir="auto" className="font-semibold wrap-anywhere">
                {name}
              </b>
              {isClosed ? <Tag kind="done">{t('closed')}</Tag> : null}
              <span dir="auto" className="basis-full text-sm text-muted wrap-anywhere">
                {funder === '' ? period : `${funder} · ${period}`}
              </span>
            </>
          }
        >
          <ProjectForm key={version} fields={toProjectForm(project)} />
          <div>
            <ActionButton
              action={closeProject}
              input={{ projectId: id, version, isClosed: !isClosed }}
              kind="plain"
            >
              {t(isClosed ? 'reopen' : 'close')}
              <span className="sr-only">: {name}</span>
            </ActionButton>
          </div>
        </RowFold>
      </li>
    )
  }
  const open = projects.filter(({ isClosed }) => !isClosed)
  const closed = projects.filter(({ isClosed }) => isClosed)
  return (
    <>
      <BackLink href="/settings">{useTranslations('menu.place')('settings')}</BackLink>
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      <div className="grid max-w-4xl gap-6">
        {open.length === 0 ? (
          <p className="text-muted">{t('empty')}</p>
        ) : (
          <ul className="border-t border-edge">{open.map(line)}</ul>
        )}
        <NewRow isMain label={t('new')}>
          {/* A new form after each project: its fields are empty again. */}
          <ProjectForm key={projects.length} fields={emptyProject(today)} />
        </NewRow>
        {closed.length === 0 ? null : (
          <Fold label={t('closedOnes', { count: closed.length })}>
            <ul className="border-t border-hair">{closed.map(line)}</ul>
          </Fold>
        )}
      </div>
    </>
  )
}
