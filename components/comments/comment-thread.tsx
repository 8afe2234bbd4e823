import { useTranslations } from 'next-intl'
import { NewRow } from '@/components/forms/new-row'
import { FreeText } from '@/components/ui/free-text'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { Colleague } from '@/lib/cases/reader.view'
import type { Comment } from '@/lib/comments/comment.data'
import { AnswerForm, CommentForm } from './comment-form'

/** What colleagues say to each other about the work on a file, with the answers under their questions. */
export const CommentThread = ({
  caseId,
  comments,
  colleagues,
  worker,
  me,
}: {
  caseId: string
  comments: readonly Comment[]
  colleagues: readonly Colleague[]
  /** Whom one speaks to first. */
  worker: string
  me: string
}) => {
  const t = useTranslations('comments')
  const answersTo = (id: string) => comments.filter(({ answersId }) => answersId === id)
  return (
    <section aria-labelledby="comments" className="grid max-w-3xl gap-3 pt-2">
      <div>
        <h2 id="comments" className="border-b border-edge pb-1 text-h3">
          {t('title')}
        </h2>
        <p className="mt-1.5 text-sm text-muted">{t('what')}</p>
      </div>
      <ul className="grid gap-3 empty:hidden">
        {comments
          .filter(({ answersId }) => answersId === null)
          .map((comment) => {
            const answers = answersTo(comment.id)
            const isWaiting = comment.kind === 'question' && answers.length === 0
            return (
              <li key={comment.id}>
                <div className="border-b border-hair pb-3">
                  <Said comment={comment} />
                  {answers.map((answer) => (
                    <div key={answer.id} className="mt-3 border-s-2 border-hair ps-4">
                      <Said comment={answer} />
                    </div>
                  ))}
                  {isWaiting && comment.toStaffId === me ? (
                    <div className="mt-3 print:hidden">
                      <AnswerForm caseId={caseId} answersId={comment.id} />
                    </div>
                  ) : null}
                  {isWaiting && comment.toStaffId !== me ? (
                    <p className="mt-2 text-sm text-muted">{t('waiting')}</p>
                  ) : null}
                </div>
              </li>
            )
          })}
      </ul>
      <NewRow label={t('say')}>
        <CommentForm
          caseId={caseId}
          toStaffId={worker === me ? '' : worker}
          colleagues={colleagues.filter(({ id }) => id !== me)}
        />
      </NewRow>
    </section>
  )
}

const Said = ({ comment }: { comment: Comment }) => {
  const t = useTranslations('comments')
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2.5 text-sm text-muted">
        <Tag kind={comment.kind === 'thanks' ? 'done' : 'info'}>{t(`kind.${comment.kind}`)}</Tag>
        <span>
          {comment.to === null
            ? comment.author
            : t('fromTo', { author: comment.author, recipient: comment.to })}
        </span>
        <Time at={comment.at} style="moment" />
      </p>
      <FreeText text={comment.text} className="mt-1.5 max-w-prose" />
    </>
  )
}
