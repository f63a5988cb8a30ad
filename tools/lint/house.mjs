// House rules that ESLint does not have: constructor parameters apart from other functions, one statement per handler,
// and no way to a database manager but `Db.as`.

const size = (node) => node.params.filter((param) => param.type !== 'TSThisParameter' && param.name !== 'this').length;
const isConstructor = (node) => node.parent?.type === 'MethodDefinition' && node.parent.kind === 'constructor';

const parameters = {
  meta: { type: 'suggestion', schema: [{ type: 'object' }], messages: { many: '{{count}} parameters; at most {{most}}.' } },
  create(context) {
    const { most, mostInConstructor } = context.options[0];
    const check = (node) => {
      const limit = isConstructor(node) ? mostInConstructor : most;
      if (size(node) > limit) context.report({ node, messageId: 'many', data: { count: size(node), most: limit } });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};

const HTTP = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Sse', 'All', 'Head', 'Options']);
const isHandler = (node) => (node.decorators ?? []).some(({ expression }) => HTTP.has(expression.callee?.name));

const oneStatement = {
  meta: { type: 'suggestion', schema: [], messages: { more: 'A handler is one statement: the use case belongs into the service.' } },
  create(context) {
    return {
      MethodDefinition(node) {
        if (isHandler(node) && node.value.body && node.value.body.body.length > 1) context.report({ node, messageId: 'more' });
      },
    };
  },
};

const noInlineStyle = {
  meta: { type: 'problem', schema: [], messages: { style: 'No style attributes: the content security policy blocks them.' } },
  create(context) {
    return {
      JSXAttribute(node) {
        if (node.name.name === 'style') context.report({ node, messageId: 'style' });
      },
    };
  },
};

export default { rules: { parameters, 'one-statement-handlers': oneStatement, 'no-inline-style': noInlineStyle } };
