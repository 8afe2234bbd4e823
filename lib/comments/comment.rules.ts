/**
 * What colleagues say to each other about the work on a file. There is no kind for a complaint: the conversation is there
 * to ask, to answer, to thank and to suggest ("advice").
 */
export const COMMENT_KINDS = ['question', 'answer', 'thanks', 'advice'] as const
export type CommentKind = (typeof COMMENT_KINDS)[number]
