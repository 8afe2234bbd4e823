import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/**
 * What colleagues say to each other about the work on a file. There is no kind for a complaint: the conversation is there
 * to ask, to answer, to thank and to suggest ("advice").
 */
export const COMMENT_KINDS = vocabulary('comments.comment-kinds', ['question', 'answer', 'thanks', 'advice'])
export type CommentKind = CodeOf<typeof COMMENT_KINDS>
