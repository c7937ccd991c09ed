// What does Medplum say of a resource? One JSON resource a line in, its list of issues a line out.

import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

indexStructureDefinitionBundle(JSON.parse(readFileSync(process.argv[2], 'utf8')));

function issues(resource) {
  try {
    return validateResource(resource); // warnings count: "two values" is only one
  } catch (error) {
    return error.outcome?.issue ?? [{ details: { text: String(error) } }];
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const found = issues(JSON.parse(line)).map(
    (issue) => `${issue.expression ?? ''} ${issue.details?.text ?? issue.code}`
  );
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
