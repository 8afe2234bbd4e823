import { TodoAppointment } from '@/components/appointments/todo-appointment'
import { TodoScreening } from '@/components/asylum/todo-screening'
import { filePage } from '@/components/cases/file-page'
import { CommentThread } from '@/components/comments/comment-thread'
import { GapList } from '@/components/deadlines/gap-list'
import { TodoDeadline } from '@/components/deadlines/todo-deadline'
import { OwnFields } from '@/components/fields/own-fields'
import { TodoPage } from '@/components/tasks/todo-page'
import { isToArrange } from '@/lib/appointments/appointment.rules'
import { readScreeningAgain } from '@/lib/asylum/screening-again.data'
import { alongside } from '@/lib/cases/file-page.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { toReceivers } from '@/lib/cases/reader.view'
import { shownDay } from '@/lib/deadlines/deadline-list.view'
import { readOwn } from '@/lib/fields/own-part.data'
import { readTodoPage } from '@/lib/todo/todo-page.data'

export default filePage('tasks', {
  messages: ['comments', 'fields.answer', 'tasks', 'when'],
  load: async (work, request) =>
    alongside(await readTodoPage(work, request), async (caseHeader) => ({
      own: (await readOwn(work, caseHeader)).ofFile('todo'),
      screenings: await readScreeningAgain(work, caseHeader),
    })),
  show: ({
    caseHeader,
    part: { readers, comments, deadlines, appointments, gaps, own, screenings, ...part },
    rights: { canEdit, canWrite },
    actor,
    today,
  }) => {
    const colleagues = toReceivers(readers)
    const shared = { colleagues, me: actor.id }
    return (
      <TodoPage
        caseHeader={caseHeader}
        {...part}
        dated={[
          ...screenings.map((again) => ({
            id: again.id,
            on: again.on,
            isSure: true,
            words: <TodoScreening again={again} href={fileHref(caseHeader, 'asylum')} />,
          })),
          ...appointments.map((row) => ({
            id: row.subjectId,
            on: row.on,
            isSure: true,
            words: <TodoAppointment row={row} href={fileHref(caseHeader, 'appointments')} today={today} />,
          })),
          ...deadlines.map((deadline) => ({
            id: deadline.id,
            on: shownDay(deadline),
            isSure: deadline.dueOn !== null,
            words: (
              <TodoDeadline
                deadline={deadline}
                href={fileHref(caseHeader, 'deadlines')}
                makeHref={
                  canEdit && isToArrange(deadline, appointments, today)
                    ? `${fileHref(caseHeader, 'appointments')}&on=${deadline.dueOn}#new`
                    : null
                }
              />
            ),
          })),
        ]}
        {...shared}
        canEdit={canEdit}
        today={today}
        gaps={
          <>
            <GapList gaps={gaps} file={caseHeader} today={today} canEdit={canEdit} />
            <OwnFields part={own} canEdit={canEdit} />
          </>
        }
        comments={
          canWrite ? (
            <CommentThread
              {...shared}
              caseId={caseHeader.id}
              comments={comments}
              worker={caseHeader.worker.id}
            />
          ) : null
        }
      />
    )
  },
})
