const suppression = /^\s*eslint-disable(-next-line|-line)?\b/;
const reason = /\s--\s+\S.{9,}/;

/** `// eslint-disable-next-line some-rule -- because the driver…`: without the last part nobody dares to remove it. */
export const reasonedSuppression = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { unreasoned: 'Say after ` -- ` why the rule does not hold here.' },
  },
  create: (context) => ({
    Program() {
      const comments = context.sourceCode.getAllComments();
      const unreasoned = comments.filter(({ value }) => suppression.test(value) && !reason.test(value));
      for (const { loc } of unreasoned) context.report({ loc, messageId: 'unreasoned' });
    },
  }),
};
