import { useApolloClient } from "@apollo/client/react";
import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { SwitchOrganisationDocument, ViewerDocument } from "../../graphql/graphql";
import type { SignedIn } from "../../lib/viewer";
import { Shape } from "../shape";

/** Switches to another administration. Opens at once: it is fetched on the first press. */
export default function OrganisationMenu({ viewer }: { viewer: SignedIn }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const navigate = useNavigate();
  const name = viewer.organisation.name;
  const switchTo = async (organisationId: string) => {
    const { data } = await client.mutate({ mutation: SwitchOrganisationDocument, variables: { organisationId } });
    // Nothing of the other administration may stay in sight.
    await client.clearStore();
    if (data) client.writeQuery({ query: ViewerDocument, data: { __typename: "Query", viewer: data.switchOrganisation } });
    navigate("/");
  };
  return (
    <Menu defaultOpened position="bottom-start" width={220} transitionProps={{ duration: 0 }}>
      <Menu.Target><button type="button" className="org" aria-label={t("frame.switchOrganisation", { name })}><span>{name}</span><Shape name="down" /></button></Menu.Target>
      <Menu.Dropdown>
        {viewer.organisations.map((organisation) => <Menu.Item key={organisation.id} onClick={() => void switchTo(organisation.id)}>{organisation.name}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}
