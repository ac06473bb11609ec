// The form for a text or a file.

export const GIVE_FORM = {
  title: 'Summarize a text or a file',
  text: 'Text of the article',
  textHint: 'Up to 4,000 characters; a longer text goes into a file below',
  file: 'File',
  fileHint: '.txt, .md, .html or .pdf',
  nothing:
    'The form was empty. Use /summarize again and give me a text or a file, or a link with its option url.',
} as const
