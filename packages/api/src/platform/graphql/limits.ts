import { GraphQLError, Kind, type ASTVisitor, type DocumentNode, type ValidationContext } from "graphql";

/** What one request may ask (T-41). The portals stay far below; an attacker meets them first. */
export const LIMITS = { depth: 10, aliases: 15, directives: 5, rootFields: 20, tokens: 1_000, cost: 5_000, bodyBytes: 256 * 1024 } as const;

function tooMuch(what: string, limit: number): GraphQLError {
  return new GraphQLError(`the request has more than ${limit} ${what}`, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
}

/** A validation rule that refuses deep, wide and aliased documents before anything runs. Fragments count where they are used. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document: DocumentNode) {
      const fragments = new Map(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])));
      let aliases = 0;
      let directives = 0;
      let fields = 0;
      let reported = false;
      const report = (what: string, limit: number): void => {
        if (!reported) context.reportError(tooMuch(what, limit));
        reported = true;
      };
      const visit = (selections: readonly import("graphql").SelectionNode[], depth: number, path: readonly string[]): void => {
        if (reported) return;
        if (depth > LIMITS.depth) return report("levels", LIMITS.depth);
        for (const selection of selections) {
          directives += selection.directives?.length ?? 0;
          if (directives > LIMITS.directives) return report("directives", LIMITS.directives);
          if (++fields > LIMITS.cost) return report("fields", LIMITS.cost);
          if (selection.kind === Kind.FIELD) {
            if (selection.alias && ++aliases > LIMITS.aliases) return report("aliases", LIMITS.aliases);
            if (selection.name.value === "__schema" || selection.name.value === "__type") continue;
            if (selection.selectionSet) visit(selection.selectionSet.selections, depth + 1, path);
          } else if (selection.kind === Kind.INLINE_FRAGMENT) {
            visit(selection.selectionSet.selections, depth, path);
          } else {
            const fragment = fragments.get(selection.name.value);
            if (fragment && !path.includes(selection.name.value)) {
              visit(fragment.selectionSet.selections, depth, [...path, selection.name.value]);
            }
          }
        }
      };
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        if (definition.selectionSet.selections.length > LIMITS.rootFields) report("operations in one request", LIMITS.rootFields);
        visit(definition.selectionSet.selections, 1, []);
      }
    },
  };
}
